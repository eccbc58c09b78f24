import type { Instant, Zone } from '#kernel';
import { inStates, momentOf, type Tx } from '#platform';
import { toPostStates, type BondState } from '../domain/bond.lifecycle.ts';
import { postingClock, type PostingClock, type PostingPause } from '../domain/posting-clock.ts';

interface WithDeadline {
  readonly id: string;
  /** As it was signed. */
  readonly postBy: Instant;
}

interface RawPause {
  readonly bondId: string;
  readonly zone: Zone;
  readonly reason: PostingPause['reason'];
  readonly from: Date;
  readonly until: Date | null;
}

type ClockOf = (bond: WithDeadline) => PostingClock;

/** Of bonds that the asker sees: until when they may be posted, and whether that stands still. */
export async function postingClocks(tx: Tx, bonds: readonly WithDeadline[]): Promise<ClockOf> {
  const ids = bonds.map((bond) => bond.id);
  return clocksBy(tx, ids.length > 0 ? await pausesOf(tx, '$1::uuid[]', ids) : []);
}

/** The same for the bonds of these cases that can still be posted, or asked for anew. */
export async function postingClocksOfCases(tx: Tx, caseIds: readonly string[]): Promise<ClockOf> {
  return clocksBy(tx, await pausesOf(tx, `array(${TO_POST})`, caseIds));
}

export const isUnposted = (state: BondState): boolean => UNPOSTED.includes(state);

/** Its money is waited for, or would be if the bond were asked for anew. */
const UNPOSTED: readonly BondState[] = [...toPostStates, 'lapsed'];
const TO_POST = `select id from bond where case_id = any($1)
  and ${inStates(UNPOSTED)}`;

export const postingClockOf = async (tx: Tx, bond: WithDeadline): Promise<PostingClock> =>
  (await postingClocks(tx, [bond]))(bond);

const clocksBy =
  (tx: Tx, pauses: readonly RawPause[]): ClockOf =>
  ({ id, postBy }) => {
    const own = pauses.filter((pause) => pause.bondId === id);
    return postingClock(postBy, own.map(pauseOf), own[0]?.zone ?? 'UTC', tx.now);
  };

/**
 * `bonds` is SQL, and `$1` in it stands for `ids`. For no bonds the function is not called: making its
 * records ready takes a millisecond, which was a third of a list of cases without bonds.
 */
const pausesOf = (tx: Tx, bonds: string, ids: readonly string[]): Promise<RawPause[]> =>
  tx.query<RawPause>(
    `select bond_id as "bondId", time_zone as zone, reason, started_at as "from", ended_at as until
     from (select ${bonds} as ids) of_these, app.posting_pauses(of_these.ids)
     where cardinality(of_these.ids) > 0`,
    [ids],
  );

const pauseOf = ({ reason, from, until }: RawPause): PostingPause => ({
  reason,
  from: momentOf(from),
  until: until && momentOf(until),
});
