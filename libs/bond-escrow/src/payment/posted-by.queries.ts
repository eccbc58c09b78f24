import type { Tx } from '#platform';

/**
 * The processor's payment (pi_…) that posted a bond, by the ledger, not by the payments' states: a
 * second payment is paid as well, but not for it.
 */
export async function postedBy(tx: Tx, bondId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select p.processor_payment_id as id
     from payment p join ledger.received_payment r on r.id = p.received_payment_id
     where p.bond_id = $1 and r.bond_id = p.bond_id order by r.learned_at desc limit 1`,
    [bondId],
  );
  return row?.id ?? null;
}
