import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A refund waits for the treasury where the way by which it was paid is closed: debits and transfers are
 * not refunded by the processor after 180 days. And transfers that should be over and are not are noted
 * for the desk.
 * Locks: refund and waiting_work exclusively while their rows are checked. Back out: put the old check back, before any.
 */
export class WaysThatClose1764100000662 implements MigrationInterface {
  name = 'WaysThatClose1764100000662';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table refund drop constraint refund_waits_because,
        add constraint refund_waits_because check (waits_because in ('ceiling_programme',
          'ceiling_client', 'record_contradicted', 'payer_died', 'way_closed'));
      alter table waiting_work drop constraint waiting_work_kind,
        add constraint waiting_work_kind
          check (kind in ('events', 'mail', 'looks', 'transfers', 'sweep'))`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
