import type { CaseRow } from '#application';
import { newId, personOf, type Tx } from '#platform';
import type { ChosenTier } from '#programme';
import type { CorrectionReason } from '../domain/direction.lifecycle.ts';
import type { BondDirection } from './bond-direction.entity.ts';

/** The bond is asked, or the wish waits for a second person. */
export type Directed =
  { readonly bondId: string } | { readonly directionId: string; readonly awaitingApproval: true };

/** In whose place a direction comes, and why. */
export interface Superseding {
  readonly supersedes: string;
  readonly correctionReason: CorrectionReason;
}

/** A new direction: approved at once, or waiting for a second person (R8). */
export function proposal(
  tx: Tx,
  caseId: string,
  tier: ChosenTier,
  instead: Superseding | null,
): BondDirection {
  return {
    id: newId(),
    caseId,
    amountMinor: tier.amount.minor,
    currency: tier.amount.currency,
    reasonCode: tier.reasonCode,
    needsSecondPerson: tier.needsSecondPerson,
    state: tier.needsSecondPerson ? 'proposed' : 'approved',
    proposedBy: personOf(tx),
    proposedAt: tx.now,
    decidedBy: null,
    decidedAt: tier.needsSecondPerson ? null : tx.now,
    declineReason: null,
    supersedes: instead?.supersedes ?? null,
    correctionReason: instead?.correctionReason ?? null,
  };
}

export const deskOf = (row: CaseRow, { state, proposedBy, supersedes }: BondDirection) => ({
  ...{ state, proposedBy, caseState: row.state },
  isCorrection: supersedes !== null,
});

/** What the trail says of a direction. */
export const noteOf = (
  d: BondDirection,
  what: 'proposed' | 'directed' | 'approved' | 'declined' | 'corrected',
  more: Record<string, string> = {},
) => ({
  action: `bond_direction.${what}`,
  subjectKind: 'visa_case',
  subjectId: d.caseId,
  details: {
    direction: d.id,
    amount_minor: d.amountMinor.toString(),
    currency: d.currency,
    tier_reason: d.reasonCode,
    ...(d.supersedes && { supersedes: d.supersedes }),
    ...(d.correctionReason && { correction_reason: d.correctionReason }),
    ...more,
  },
});
