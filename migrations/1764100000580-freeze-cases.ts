import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RIGHTS } from './freeze/rights.ts';
import { TABLES } from './freeze/tables.ts';
import { historyTable } from './history.ts';
import { CUSTODY_ORACLE_WITH_FREEZES } from './ranges/custody.ts';

/**
 * Officers freeze a case: one stops it, two let it go on. While it is frozen no visa is issued on it
 * and no money of it begins to leave, by any login. A bond that a rule cancels meanwhile is returned
 * once the freeze is lifted, so the oracle of custody takes a freeze as a reason to wait.
 * Locks: visa_case, account, visa and disbursement for an instant; the rest is new.
 * Back out: drop the policies, the trigger on disbursement and the two tables.
 */
export class FreezeCases1764100000580 implements MigrationInterface {
  name = 'FreezeCases1764100000580';

  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLES);
    await q.query(historyTable('case_freeze'));
    await q.query(RIGHTS);
    await q.query(CUSTODY_ORACLE_WITH_FREEZES);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
