import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DISPUTES_ORACLE } from './dispute/oracle.ts';
import { RIGHTS } from './dispute/rights.ts';
import { TABLES } from './dispute/tables.ts';
import { historyTable } from './history.ts';

/**
 * Disputes as the processor tells them, and what we answer. The worker alone writes what a bank did;
 * the treasury prepares an answer and has it sent, two people to give in; the worker alone sends. Those
 * from before get their row with their next news, or when the worker looks at their bond that day.
 * Locks: bond, visa_case and account for an instant, for foreign keys; the rest is new.
 * Back out: forward only, since these rows say what was sent to banks.
 */
export class CreateDispute1764100000681 implements MigrationInterface {
  name = 'CreateDispute1764100000681';

  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLES);
    await q.query(historyTable('dispute'));
    await q.query(historyTable('dispute_answer'));
    await q.query(RIGHTS);
    await q.query(DISPUTES_ORACLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
