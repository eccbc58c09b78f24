import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The treasury sees on which day a payer was asked for a bank account.
 * Locks: closing_way_told, for an instant. Back out: revoke it.
 */
export class ShowWhenPayersWereTold1764100000795 implements MigrationInterface {
  name = 'ShowWhenPayersWereTold1764100000795';

  async up(q: QueryRunner): Promise<void> {
    await q.query('grant select on closing_way_told to officer');
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
