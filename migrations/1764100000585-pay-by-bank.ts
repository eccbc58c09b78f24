import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CUSTODY_ORACLE_WITH_BANK } from './ranges/custody.ts';
import { RESCUES_ORACLE } from './rescue/oracle.ts';
import { FILES, RESCUES, TRANSFER_RIGHTS } from './rescue/transfers.ts';

/**
 * A refund goes to its payer's bank account (R27): two people of the treasury decide, the worker makes a
 * disbursement by bank, the treasury puts it into a file for the operator's bank and brings back what
 * that answers. The oracle of custody lets a reserve lead to the bank where its disbursement does.
 * Locks: rescue and disbursement exclusively while their rows are read once for the new CHECKs
 * (seconds at a million disbursements); the rest is new.
 * Back out: forward only, since these rows say where money went.
 */
export class PayByBank1764100000585 implements MigrationInterface {
  name = 'PayByBank1764100000585';

  async up(q: QueryRunner): Promise<void> {
    await q.query(RESCUES);
    await q.query(FILES);
    await q.query(TRANSFER_RIGHTS);
    await q.query(CUSTODY_ORACLE_WITH_BANK);
    await q.query(RESCUES_ORACLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
