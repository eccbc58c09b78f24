import { incompletePortsSql } from '#departure';
import { instantFromDate, type Instant } from '#kernel';
import { inStates, type Tx } from '#platform';
import { IN_FORCE_STATES, UNSETTLED_STATES, type FreezeReason, type Reversal } from '#refund';
import { Injectable } from '@nestjs/common';
import { reasonOf, type Obstacle, type Reason } from '../domain/standstill.ts';

/** Why a bond or its refund waits, since when, and who has to act. */
export interface Standstill extends Reason {
  readonly since: Instant;
}

/** What is found, in the words of whom it belongs to: one that reasonOf does not know does not compile. */
type Found =
  | Exclude<Obstacle, { cause: 'reversal' | 'freeze' }>
  | ({ readonly cause: 'reversal'; readonly state: (typeof UNSETTLED_STATES)[number] } & Pick<
      Reversal,
      'kind' | 'money'
    >)
  | {
      readonly cause: 'freeze';
      readonly reason: FreezeReason;
      readonly state: (typeof IN_FORCE_STATES)[number];
    };

// A refund is of a bond or of a payment beyond it: the case that stands still is the same.
const ASKED = `
  select b.id as owner, b.case_id, b.state, b.state_since from bond b where b.id = any($1)
  union all
  select r.id, b.case_id, null, null from ledger.received_payment r
  left join bond b on b.id = r.bond_id where r.id = any($1)`;

// Two looks into an index: for an "or" in their place each owner was held against all that are unsettled.
const reversalsBy = (column: 'bond_id' | 'received_payment_id') => `
  select a.owner, r.happened_at as since, jsonb_build_object(
    'cause', 'reversal', 'kind', r.kind, 'state', r.state, 'money', r.money) as found
  from asked a join reversal r on r.${column} = a.owner
  where ${inStates(UNSETTLED_STATES, 'r.state')}`;
const REVERSALS = `${reversalsBy('bond_id')} union all ${reversalsBy('received_payment_id')}`;
const FREEZES = `
  select a.owner, f.placed_at, jsonb_build_object(
    'cause', 'freeze', 'reason', f.reason_code, 'state', f.state)
  from asked a join case_freeze f on f.case_id = a.case_id
  where ${inStates(IN_FORCE_STATES, 'f.state')}`;
const BREACHES = `
  select a.owner, a.state_since, jsonb_build_object('cause', 'breach', 'bondState', a.state)
  from asked a where a.state in ('breach_declared', 'appealed')`;
// A stay or a visa is over, and a port that was open has not sent all its records (R16).
const RECORDS = `
  select distinct a.owner, v.due_on::timestamp at time zone k.time_zone,
    jsonb_build_object('cause', 'records')
  from asked a join visa v on v.case_id = a.case_id
  join visa_case c on c.id = a.case_id join consulate k on k.id = c.consulate_id
  join (${incompletePortsSql}) i on i.programme_code = v.programme_code
  where a.state = 'held' and v.due_on < i.today and v.due_on > coalesce(i.through, '-infinity')`;

/** What keeps bonds and refunds from going on; for staff alone. One statement for a page. */
@Injectable()
export class Standstills {
  /** By the bond, or the received payment, whose money it is; the longest first. */
  async of(tx: Tx, owners: readonly string[]): Promise<Map<string, Standstill[]>> {
    const rows = await tx.query<{ owner: string; since: Date; found: Found }>(
      `with asked as (${ASKED})
       ${REVERSALS} union all ${FREEZES} union all ${BREACHES} union all ${RECORDS}
       order by 2`,
      [[...new Set(owners)]],
    );
    const found = new Map<string, Standstill[]>();
    for (const { owner, since, found: obstacle } of rows) {
      const line = { ...reasonOf(obstacle), since: instantFromDate(since) };
      found.set(owner, [...(found.get(owner) ?? []), line]);
    }
    return found;
  }
}
