import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A batch keeps what its border system signed: the token and the body it is for, so that the worker
 * verifies both and need not believe whoever stored the records. When it arrived is the database's
 * word. The api's login adds records only as they come in: nobody's yet, and not decided. Records
 * that were not decided before this have no proof; the worker sets them aside for an officer.
 * Locks: movement_batch briefly, movement for a scan. Back out: drop the columns, the trigger and the
 * policy, and restore movement_traveller, which fails while a record without a traveller is set aside.
 */
export class ProofOfMovements1764100000073 implements MigrationInterface {
  name = 'ProofOfMovements1764100000073';

  async up(q: QueryRunner): Promise<void> {
    await q.query(BATCHES);
    await q.query(MOVEMENTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

// The body has 1,000,000 bytes at most, which sealed may be twice as many.
const BATCHES = `
  alter table movement_batch
    add column token text
      constraint movement_batch_token check (length(token) <= 4096),
    add column body_sealed bytea
      constraint movement_batch_body check (length(body_sealed) <= 2000100),
    add column arrived_at timestamptz;

  create function app.stamp_arrival() returns trigger language plpgsql as $$
  begin
    new.arrived_at := clock_timestamp();
    return new;
  end $$;
  revoke execute on function app.stamp_arrival() from public;
  create trigger movement_batch_arrival before insert on movement_batch
    for each row execute function app.stamp_arrival();
`;

const MOVEMENTS = `
  alter table movement drop constraint movement_traveller;
  alter table movement add constraint movement_traveller
    check ((person_id is null) = (document_id is null)
      and (person_id is not null or state in ('received', 'unmatched', 'set_aside')));
  create policy movement_comes_in on movement as restrictive for insert to api
    with check (state = 'received' and person_id is null and version = 1);
`;
