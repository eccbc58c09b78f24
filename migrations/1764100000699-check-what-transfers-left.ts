import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CUSTODY_ORACLE_WITH_CASH } from './ranges/custody.ts';
import { ESCROW_ORACLE_WITH_CASH } from './ranges/escrow.ts';

/**
 * What came to the account of a transfer and was not taken is in the books, of its bond, and goes back
 * by that account.
 * Locks: the two views exclusively, for an instant. Back out: create them as they were.
 */
export class CheckWhatTransfersLeft1764100000699 implements MigrationInterface {
  name = 'CheckWhatTransfersLeft1764100000699';

  async up(q: QueryRunner): Promise<void> {
    await q.query(ESCROW_ORACLE_WITH_CASH);
    await q.query(CUSTODY_ORACLE_WITH_CASH);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
