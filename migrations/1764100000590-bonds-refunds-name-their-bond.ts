import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A refund owed by a bond names that bond. The check compared two ids, and a comparison with null
 * forbids nothing: such a refund could name none.
 * Locks: refund exclusively while its rows are read; seconds for a million.
 * Back out: add the former constraint again.
 */
export class BondsRefundsNameTheirBond1764100000590 implements MigrationInterface {
  name = 'BondsRefundsNameTheirBond1764100000590';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table refund drop constraint refund_of_bond,
        add constraint refund_of_bond
          check (owner_kind <> 'bond' or bond_id is not null and bond_id = owner_id);
    `);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
