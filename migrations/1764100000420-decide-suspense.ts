import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from './history.ts';
import { CUSTODY_ORACLE_WITH_MATCHES } from './ranges/custody.ts';
import { GUARDS } from './suspense/guards.ts';
import { SUSPENSE_ORACLE } from './suspense/oracle.ts';
import { RIGHTS } from './suspense/rights.ts';
import { TABLES } from './suspense/tables.ts';

/**
 * What becomes of money in suspense (R6): people of the treasury match it with a bond, return it or
 * keep it. Who proposes and who approves differ, each in their own name; one is enough only where
 * the programme says so. The database holds that, whatever the code of a process does. Programmes say
 * up to which amount that is: versions that stand get the value that is shipped, with the trigger off
 * that keeps them from changing. A bond may have its money out of suspense: the oracle of custody takes
 * a match as what brought it.
 * Locks: bond, account, programme_version, ledger.received_payment and ledger.decision, for an
 * instant; the rest is new.
 * Back out: forward only, since these rows say why money moved.
 */
export class DecideSuspense1764100000420 implements MigrationInterface {
  name = 'DecideSuspense1764100000420';

  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLES);
    await q.query(historyTable('suspense_proposal'));
    await q.query(RIGHTS);
    await q.query(GUARDS);
    await q.query('alter table programme_version disable trigger keep_version');
    await q.query(ADD, [JSON.stringify(VALUES), JSON.stringify(BASIS)]);
    await q.query('alter table programme_version enable trigger keep_version');
    await q.query(SUSPENSE_ORACLE);
    await q.query(CUSTODY_ORACLE_WITH_MATCHES);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const VALUES = { suspenseSecondPersonAboveMinor: '500000' };
const BASIS = {
  suspenseSecondPersonAboveMinor: {
    tag: 'D',
    source: 'No figure is published; the lowest amount of a bond',
  },
};

// What a version says already wins.
const ADD = `
  update programme_version
  set rules = $1::jsonb || rules
    || jsonb_build_object('basis', $2::jsonb || coalesce(rules->'basis', '{}'))`;
