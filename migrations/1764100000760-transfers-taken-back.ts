import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A bank may take a transfer back while it lies in its payer's account at the processor: that left by
 * no disbursement of ours either, and is a reversal of its own kind.
 * Locks: access exclusive on reversal while its few rows are checked.
 * Back out: put the former checks back, before there is such a reversal.
 */
export class TransfersTakenBack1764100000760 implements MigrationInterface {
  name = 'TransfersTakenBack1764100000760';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table reversal drop constraint reversal_kind, drop constraint reversal_object_form,
        add constraint reversal_kind check (kind in ('refund', 'dispute', 'recall')),
        add constraint reversal_object_form check (
          processor_object ~ '^(re|pyr|du|dp|ccsbtxn)_[^[:space:]:]{1,100}$'
          and (kind = 'refund') = (processor_object ~ '^(re|pyr)_')
          and (kind = 'recall') = (processor_object ~ '^ccsbtxn_'))`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
