import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from './history.ts';
import { STAY_GUARD } from './stay/guard.ts';
import { STAY_ORACLE } from './stay/oracle.ts';
import { STAY_POLICIES, STAY_RIGHTS } from './stay/rights.ts';
import { AROUND, STAY_FACTS } from './stay/tables.ts';

/**
 * What is reported of a stay with files that show it: a longer stay (R17), an application to stay on
 * (R16), a death (R15e). The portal's login reports longer stays of its own person, the officer's
 * records all three with files of its own; two people decide, and the worker's login carries out.
 * Locks: visa, upload, refund and evidence_request exclusively for an instant, visa while a CHECK reads
 * its rows once (seconds at a million); others briefly, for foreign keys.
 * Back out: forward only, since these rows say why a stay lasts longer and why money went back.
 */
export class CreateStayFacts1764100000480 implements MigrationInterface {
  name = 'CreateStayFacts1764100000480';

  async up(q: QueryRunner): Promise<void> {
    await q.query(AROUND);
    await q.query(STAY_FACTS);
    await q.query(historyTable('stay_fact'));
    await q.query(STAY_GUARD);
    await q.query(STAY_RIGHTS);
    await q.query(STAY_POLICIES);
    await q.query(STAY_ORACLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
