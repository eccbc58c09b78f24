import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FUNCTIONS } from './payer/functions.ts';
import { PAPER_RIGHTS, RIGHTS } from './payer/rights.ts';
import { TABLES } from './payer/tables.ts';
import { ESCROW_KEYS_WITH_PAYERS, ESCROW_ORACLE_WITH_PAYERS } from './ranges/escrow.ts';

/**
 * A payer who is not the traveller (R10, R11): asked by a link to one address, bound to one bond. The
 * account of that address takes the bond on by one function, as long as no money is on its way; a payer
 * sees the bond and never its case.
 * Locks: bond, undertaking and paper exclusively, for an instant; short ones for foreign keys.
 * Back out: drop the functions, policies and tables, and create the oracle as it was, while no bond has
 * another payer than its applicant.
 */
export class PayersWhoDoNotTravel1764100000670 implements MigrationInterface {
  name = 'PayersWhoDoNotTravel1764100000670';

  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLES);
    await q.query(RIGHTS);
    await q.query(FUNCTIONS);
    await q.query(PAPER_RIGHTS);
    await q.query(ESCROW_KEYS_WITH_PAYERS);
    await q.query(ESCROW_ORACLE_WITH_PAYERS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
