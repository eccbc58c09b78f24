import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from './history.ts';
import { ACCOUNT_RIGHTS, ACCOUNTS } from './rescue/accounts.ts';

/**
 * Another way for a refund that cannot go back as it came (R27): the treasury asks the payer for a
 * bank account, and the payer gives one, sealed, in the portal.
 * Locks: refund, account and contact_point for an instant, for foreign keys; the rest is new.
 * Back out: forward only, since these rows say where money may go.
 */
export class CreateRescue1764100000530 implements MigrationInterface {
  name = 'CreateRescue1764100000530';

  async up(q: QueryRunner): Promise<void> {
    await q.query(ACCOUNTS);
    await q.query(historyTable('rescue'));
    await q.query(ACCOUNT_RIGHTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
