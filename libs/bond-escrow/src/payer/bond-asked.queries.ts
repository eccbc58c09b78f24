import { money, type Instant, type Money } from '#kernel';
import { momentOf, type Tx } from '#platform';
import type { BondState } from '../domain/bond.lifecycle.ts';
import { postingClockOf } from '../bond/posting-clock.queries.ts';
import type { PostingClock } from '../domain/posting-clock.ts';

/** What is asked for a bond, for whoever may pay it: of its case only who asks, and by which rules. */
export interface BondAsked {
  readonly bondId: string;
  readonly reference: string;
  readonly amount: Money;
  readonly state: BondState;
  /** The deadline that is signed, without pauses. */
  readonly signedPostBy: Instant;
  readonly clock: PostingClock;
  /** A payment is open, on its way or here. */
  readonly isPaying: boolean;
  readonly programmeCode: string;
  readonly programmeVersion: number;
  readonly consulateId: string;
}

interface Row extends Pick<
  BondAsked,
  'reference' | 'state' | 'isPaying' | 'programmeCode' | 'programmeVersion' | 'consulateId'
> {
  readonly minor: string;
  readonly currency: string;
  readonly postBy: Date;
}

/** Null where the asker neither is a party to the bond nor has the link to it. */
export async function bondAsked(tx: Tx, bondId: string): Promise<BondAsked | null> {
  const [row] = await tx.query<Row>(
    `select reference, amount_minor as minor, currency, state, post_by as "postBy",
       is_paying as "isPaying", programme_code as "programmeCode",
       programme_version as "programmeVersion", consulate_id as "consulateId"
     from app.bond_asked($1)`,
    [bondId],
  );
  if (!row) return null;
  const { minor, currency, postBy, ...asked } = row;
  const signedPostBy = momentOf(postBy);
  const clock = await postingClockOf(tx, { id: bondId, postBy: signedPostBy });
  return { bondId, ...asked, amount: money(BigInt(minor), currency), signedPostBy, clock };
}
