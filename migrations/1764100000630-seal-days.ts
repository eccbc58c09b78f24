import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each day's rows of the books and of the trail come to, each day chained to the one before.
 * The indexes find the rows of an hour; they are small and cost a writer next to nothing.
 * Locks: transfers, received payments and entries are not written while their index is built; a second
 * for a million. Back out: drop both tables and the three indexes.
 */
export class SealDays1764100000630 implements MigrationInterface {
  name = 'SealDays1764100000630';

  async up(q: QueryRunner): Promise<void> {
    await q.query(INDEXES);
    await q.query(TABLES);
    await q.query(CHAIN);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const INDEXES = `
  create index transfer_learned on ledger.transfer using brin (learned_at);
  create index received_payment_learned on ledger.received_payment using brin (learned_at);
  create index audit_entry_at on audit_entry using brin (at);
`;

const TABLES = `
  create table sealed_row (
    day date not null,
    source text collate "C" not null check (source ~ '^[a-z_.]+$'),
    id text collate "C" not null,
    leaf bytea not null check (length(leaf) = 32),
    constraint sealed_row_key primary key (day, source, id)
  );
  create table day_seal (
    day date primary key,
    leaves bigint not null check (leaves >= 0),
    root bytea not null check (length(root) = 32),
    previous bytea not null check (length(previous) = 32),
    seal bytea not null check (length(seal) = 32),
    sealed_at timestamptz not null default clock_timestamp()
  );
  create trigger append_only before update or delete or truncate on sealed_row
    for each statement execute function app.refuse_change();
  create trigger append_only before update or delete or truncate on day_seal
    for each statement execute function app.refuse_change();
  grant select on sealed_row, day_seal to worker, auditor;
  grant insert on sealed_row to worker;
  grant insert (day, leaves, root, previous, seal) on day_seal to worker;
`;

// The worker may add the next day only, chained to the last, and no row to a day that is closed.
const CHAIN = `
  create function app.refuse_late_rows() returns trigger language plpgsql as $$
  begin
    if exists (select from added join day_seal using (day)) then
      raise exception 'sealed rows: that day is closed' using errcode = 'VB009';
    end if;
    return null;
  end $$;
  create function app.chain_day_seal() returns trigger language plpgsql as $$
  declare
    last day_seal;
  begin
    select * into last from day_seal order by day desc limit 1;
    if new.day <> last.day + 1 or new.previous <> coalesce(last.seal, decode(repeat('00', 32), 'hex'))
       or new.leaves <> (select count(*) from sealed_row where day = new.day)
       or new.seal <> sha256('\\x02' || new.previous
         || convert_to(to_char(new.day, 'YYYY-MM-DD'), 'UTF8') || int8send(new.leaves) || new.root)
    then
      raise exception 'seal of %: not chained to the day before', new.day using errcode = 'VB009';
    end if;
    return new;
  end $$;
  revoke execute on function app.refuse_late_rows(), app.chain_day_seal() from public;
  create trigger day_is_open after insert on sealed_row referencing new table as added
    for each statement execute function app.refuse_late_rows();
  create trigger chained before insert on day_seal
    for each row execute function app.chain_day_seal();
`;
