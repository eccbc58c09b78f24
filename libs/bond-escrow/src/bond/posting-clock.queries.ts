import type { Instant, Zone } from '#kernel';
import { momentOf, type Tx } from '#platform';
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

/** Of bonds that the asker sees: until when they may be posted, and whether that stands still. */
export async function postingClocks(
  tx: Tx,
  bonds: readonly WithDeadline[],
): Promise<(bond: WithDeadline) => PostingClock> {
  const pauses = bonds.length > 0 ? await pausesOf(tx, bonds) : [];
  return ({ id, postBy }) => {
    const own = pauses.filter((pause) => pause.bondId === id);
    return postingClock(postBy, own.map(pauseOf), own[0]?.zone ?? 'UTC', tx.now);
  };
}

export const postingClockOf = async (tx: Tx, bond: WithDeadline): Promise<PostingClock> =>
  (await postingClocks(tx, [bond]))(bond);

const pausesOf = (tx: Tx, bonds: readonly WithDeadline[]): Promise<RawPause[]> =>
  tx.query<RawPause>(
    `select bond_id as "bondId", time_zone as zone, reason, started_at as "from", ended_at as until
     from app.posting_pauses($1)`,
    [bonds.map((bond) => bond.id)],
  );

const pauseOf = ({ reason, from, until }: RawPause): PostingPause => ({
  reason,
  from: momentOf(from),
  until: until && momentOf(until),
});
