import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why the processor has not sent a refund yet, so that payer and treasury see it at once: a refund
 * that waits for our balance is failed by the processor after 45 days.
 * Locks: access exclusive on disbursement for an instant; the new column is empty.
 * Back out: drop the column.
 */
export class WhyARefundWaits1764100000013 implements MigrationInterface {
  name = 'WhyARefundWaits1764100000013';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table disbursement add column pending_reason text
        constraint disbursement_pending_reason check (pending_reason ~ '^[a-z_]{1,40}$');
      grant update (pending_reason) on disbursement to worker;
    `);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
