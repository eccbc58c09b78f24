import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TREASURY_ORACLE } from './difference/oracle.ts';
import { RIGHTS } from './difference/rights.ts';
import { TABLES } from './difference/tables.ts';
import { historyTable } from './history.ts';

/**
 * What the books and the processor count differently, one row for each thing, until both agree. The
 * worker finds and closes them and alone books; the treasury has the processor asked, and two people
 * confirm what is the operator's own.
 * Locks: account for an instant, for foreign keys; the rest is new.
 * Back out: forward only, since these rows say why money was booked.
 */
export class CompareWithTheProcessor1764100000702 implements MigrationInterface {
  name = 'CompareWithTheProcessor1764100000702';

  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLES);
    await q.query(historyTable('money_difference'));
    await q.query(RIGHTS);
    await q.query(TREASURY_ORACLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
