import { endedStates } from '#application';
import { toDate } from '#kernel';
import { inStates, type Tx } from '#platform';

/**
 * Cases that ended while their bond is held still, the longest ago first: the job that cancels it
 * runs within seconds, so it was lost. Those of the last week; the oracle finds older ones.
 */
export async function endedWithHeldBond(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select c.id from visa_case c join bond b on b.case_id = c.id
     where ${inStates(endedStates, 'c.state')} and b.state = 'held'
       and c.state_since between $1::timestamptz - interval '7 days'
         and $1::timestamptz - interval '10 minutes'
     order by c.state_since limit $2`,
    [toDate(tx.now), limit],
  );
  return rows.map((r) => r.id);
}
