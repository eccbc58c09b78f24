import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes in the order of the officers' lists, so that a page is a walk along one and never a sort of
 * the past, and one for promises that were broken, which are few among those that were kept.
 * Locks: bond, refund and reversal against writing while the indexes are made: moments at a million
 * rows. Back out: drop the indexes.
 */
export class PagesOfLists1764100000221 implements MigrationInterface {
  name = 'PagesOfLists1764100000221';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create index bond_latest on bond (state_since, id);
      create index refund_promised on refund (promised_by, id);
      create index refund_broken on refund (promised_by) where returned_on > promised_by;
      create index reversal_happened on reversal (happened_at, id)`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
