import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BANKING_ORACLE } from './banking/oracle.ts';
import { BANKING_RIGHTS } from './banking/rights.ts';
import { BANKING_TABLES } from './banking/tables.ts';

/**
 * The third side: what the operator's bank says of its account, kept entry by entry and held against the
 * books' account bank:escrow. What differs is a line of the same queue, of two kinds of its own.
 * Locks: money_difference exclusively while its few rows are checked; ledger.transfer and account for an
 * instant, for foreign keys; the rest is new.
 * Back out: forward only, since these rows say why money was booked.
 */
export class ReadBankStatements1764100000771 implements MigrationInterface {
  name = 'ReadBankStatements1764100000771';

  async up(q: QueryRunner): Promise<void> {
    await q.query(BANKING_TABLES);
    await q.query(BANKING_RIGHTS);
    await q.query(BANKING_ORACLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
