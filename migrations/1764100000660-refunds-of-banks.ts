import type { MigrationInterface, QueryRunner } from 'typeorm';
import { REFUNDS_ORACLE_WITH_BANKS } from './ranges/refunds.ts';

/**
 * Refunds of bank debits and bank transfers are pyr_ where those of cards are re_; and what lies with
 * the processor as a payer's own cash goes back by its customer (cus_), since no payment took it.
 * Locks: reversal and disbursement exclusively while their rows are checked.
 * Back out: put the old checks back, before any such refund exists.
 */
export class RefundsOfBanks1764100000660 implements MigrationInterface {
  name = 'RefundsOfBanks1764100000660';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table reversal drop constraint reversal_object_form,
        add constraint reversal_object_form check (
          processor_object ~ '^(re|pyr|du|dp)_[^[:space:]:]{1,100}$'
          and (kind = 'refund') = (processor_object ~ '^(re|pyr)_'));
      alter table disbursement drop constraint disbursement_processor_payment_id_check,
        add constraint disbursement_processor_payment_form
          check (processor_payment_id ~ '^(pi|cus)_')`);
    await q.query(REFUNDS_ORACLE_WITH_BANKS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
