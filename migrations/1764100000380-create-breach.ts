import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BOND_MOVES } from './breach/bond-moves.ts';
import { GUARDS } from './breach/guards.ts';
import { BREACH_ORACLE } from './breach/oracle.ts';
import { RIGHTS } from './breach/rights.ts';
import { ROLES, TABLES } from './breach/tables.ts';
import { historyTable } from './history.ts';

/**
 * Breach files: grounds, notice, questions, replies, rulings of two people, and the payer's appeal
 * (R18 to R24). The two people of a ruling differ, neither set the bond, and who decides an appeal
 * had no part in what is appealed against: the database holds that, whatever the code of a process
 * does. Which moves of a bond each site may make is a table, as it is for cases.
 * Locks: bond, bond_history and account_role exclusively for an instant; the rest is new.
 * Back out: forward only, since these rows say why money was taken.
 */
export class CreateBreach1764100000380 implements MigrationInterface {
  name = 'CreateBreach1764100000380';

  async up(q: QueryRunner): Promise<void> {
    await q.query(ROLES);
    await q.query(TABLES);
    await q.query(historyTable('breach_ruling'));
    await q.query(RIGHTS);
    await q.query(GUARDS);
    await q.query(BOND_MOVES);
    await q.query(BREACH_ORACLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
