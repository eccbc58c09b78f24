import type { MigrationInterface, QueryRunner } from 'typeorm';
import { GUARDS } from './aside/guards.ts';
import { ASIDE_ORACLE } from './aside/oracle.ts';
import { RIGHTS } from './aside/rights.ts';
import { TABLES } from './aside/tables.ts';
import { historyTable } from './history.ts';

/**
 * What becomes of a border record that no rule decides (R16): officers dismiss it with a reason, or have
 * the rules look again. Where a bond may hang on it two people dismiss it; the database holds that,
 * whatever the code of a process does. The officers' login still changes no record.
 * Locks: movement and journey_note exclusively while their rows are read for the checks and the index.
 * Back out: forward only, since these rows say why a record does not count.
 */
export class DecideRecordsSetAside1764100000610 implements MigrationInterface {
  name = 'DecideRecordsSetAside1764100000610';

  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLES);
    await q.query(historyTable('movement_proposal'));
    await q.query(RIGHTS);
    await q.query(GUARDS);
    await q.query(ASIDE_ORACLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
