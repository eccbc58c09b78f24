import { inStates, type Tx } from '#platform';
import { IN_FORCE_STATES } from '../domain/freeze.lifecycle.ts';
import type { Freeze } from '../domain/freeze-matrix.ts';
import { UNSETTLED_STATES } from '../domain/reversal.lifecycle.ts';

/** Of which case or money it is asked: a case, a bond or a received payment. */
export type FrozenSubject = { readonly caseId: string } | { readonly ownerId: string };

const REVERSED = (whose: string) => `
  select 'reversal' as freeze from reversal r
  where ${inStates(UNSETTLED_STATES, 'r.state')} and (${whose})`;
const FROZEN = (whose: string) => `
  select f.reason_code from case_freeze f
  where ${inStates(IN_FORCE_STATES, 'f.state')} and f.case_id in (${whose})`;

const OF_CASE = `${REVERSED('r.case_id = $1')} union ${FROZEN('$1')}`;
/** Whose case money is of: a bond's, or a payment's that was made for one, wherever it went. */
const casesOfOwner = (id: string) => `select b.case_id from bond b where b.id = ${id}
    union all select b.case_id from ledger.received_payment r join bond b on b.id = r.bond_id
    where r.id = ${id}
    union all select b.case_id from payment p join bond b on b.id = p.bond_id
    where p.received_payment_id = ${id}`;
const ofOwner = (id: string) => `
  ${REVERSED(`r.bond_id = ${id}`)} union ${REVERSED(`r.received_payment_id = ${id}`)}
  union ${FROZEN(casesOfOwner(id))}`;

/** What stands in the way of a case or of money. */
export async function freezesInForce(tx: Tx, of: FrozenSubject): Promise<ReadonlySet<Freeze>> {
  const [sql, id] = 'caseId' in of ? [OF_CASE, of.caseId] : [ofOwner('$1'), of.ownerId];
  const rows = await tx.query<{ freeze: Freeze }>(sql, [id]);
  return new Set(rows.map((r) => r.freeze));
}

/** What stands in the way of each of these owners' money, where anything does. */
export async function freezesOfOwners(
  tx: Tx,
  ownerIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<Freeze>>> {
  const rows = await tx.query<{ id: string; freezes: Freeze[] }>(
    `select o.id, array_agg(f.freeze) as freezes
     from unnest($1::uuid[]) o (id) cross join lateral (${ofOwner('o.id')}) f group by o.id`,
    [ownerIds],
  );
  return new Map(rows.map((row) => [row.id, new Set(row.freezes)]));
}

/** The case whose bond a payment was made for; null where it names none. */
export async function caseOfPayment(tx: Tx, receivedPaymentId: string): Promise<string | null> {
  const rows = await tx.query<{ case_id: string }>(`${casesOfOwner('$1')} limit 1`, [
    receivedPaymentId,
  ]);
  return rows[0]?.case_id ?? null;
}
