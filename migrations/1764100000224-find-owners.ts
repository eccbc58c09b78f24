import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose money a received payment is, is found by an index: for each reversal and dispute every
 * transfer was read, a tenth of a second at 100,000 cases. Only what was matched is in the index, so
 * that no receipt pays for it.
 * Locks: ledger.transfer against writing while the index is made: seconds at a million cases.
 * Back out: drop the index; the former function says the same.
 */
export class FindOwners1764100000224 implements MigrationInterface {
  name = 'FindOwners1764100000224';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create index transfer_matched on ledger.transfer (payment_id) where code = 'matched';

      create or replace function ledger.owners_of(p_payment uuid)
        returns uuid[] language sql stable as $$
        select array_agg(a.owner_id order by a.kind = 'bond', a.owner_id)
        from (select p_payment as id
              union select bond_id from ledger.received_payment where id = p_payment
              union select i.owner_id from ledger.transfer o
                join ledger.transfer i on i.cause = o.cause and i.payment_id = p_payment
                  and i.code = 'matched'
                where o.owner_id = p_payment and o.code = 'matched') owner
        join ledger.account a on a.owner_id = owner.id
      $$`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
