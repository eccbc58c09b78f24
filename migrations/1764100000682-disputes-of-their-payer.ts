import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever pays a bond reads how a dispute of its payment stands, as the applicant does: who sees the
 * bond sees it.
 * Locks: dispute exclusively, for an instant. Back out: create the policy as it was.
 */
export class DisputesOfTheirPayer1764100000682 implements MigrationInterface {
  name = 'DisputesOfTheirPayer1764100000682';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      drop policy own on dispute;
      create policy own on dispute for select to portal using ((select app.scope()) = 'applicant'
        and exists (select from bond b where b.id = bond_id));
    `);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
