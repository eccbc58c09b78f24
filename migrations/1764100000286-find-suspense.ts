import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whatever has ever been in suspense is found by an index, money that a won dispute brought there
 * included: it has no transfer called unmatched. An index on what an account holds would make every
 * change of a balance touch it.
 * Locks: ledger.transfer against writing while the index is made: seconds at a million cases.
 * Back out: add the former index again.
 */
export class FindSuspense1764100000286 implements MigrationInterface {
  name = 'FindSuspense1764100000286';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index ledger.transfer_unmatched;
      create index transfer_to_suspense on ledger.transfer (owner_id) where credit = 'suspense'`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
