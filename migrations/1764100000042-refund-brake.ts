import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A brake on refunds that rules make: an attempt says from when it may leave, a refund says what
 * caused it and why it waits for a person. What caused older refunds is not known: it stays null,
 * and they are not counted in the hour after the change.
 * Locks: refund and disbursement, exclusively while the indexes are made: moments at a million rows.
 * Back out: drop the columns once no attempt waits for its time.
 */
export class RefundBrake1764100000042 implements MigrationInterface {
  name = 'RefundBrake1764100000042';

  async up(q: QueryRunner): Promise<void> {
    await q.query(COLUMNS);
    await q.query(RIGHTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const COLUMNS = `
  alter table refund
    add column programme_code text references programme (code),
    add column border_client_id uuid references border_client (id),
    add column waits_because text constraint refund_waits_because check (waits_because in
      ('ceiling_programme', 'ceiling_client', 'record_contradicted'));
  create index refund_of_programme on refund (programme_code, created_at)
    where waits_because is null;
  create index refund_of_border_client on refund (border_client_id, created_at)
    where waits_because is null;

  alter table disbursement add column leaves_at timestamptz;
`;

const RIGHTS = `
  grant update (waits_because) on refund to worker;
  grant update (leaves_at) on disbursement to worker;
`;
