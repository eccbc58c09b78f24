import type { Instant } from '#kernel';
import { isUnsent, type DisbursementState } from './disbursement.lifecycle.ts';

/** Over how many hours refunds are counted against the ceilings. */
export const CEILING_HOURS = 1;

/** Why a refund that was decided waits for a person before any money leaves. */
export type WaitReason =
  /** Rules have let too many leave in the last hour, of the programme or by one border system. */
  | 'ceiling_programme'
  | 'ceiling_client'
  /** A later record contradicts the one that decided. */
  | 'record_contradicted'
  /** The payer is who died: the treasury finds the estate first (R11). */
  | 'payer_died'
  /** The processor does not refund a debit or a transfer any more, so long after it. */
  | 'way_closed';

export interface BrakeFacts {
  readonly now: Instant;
  readonly rules: {
    readonly refundHoldMinutes: number;
    readonly refundsPerHour: number;
    readonly refundsPerHourByClient: number;
  };
  /** Refunds that rules let leave in the last hour. */
  readonly ofProgramme: number;
  /** Those that records of the same border system caused; 0 when no record caused this one. */
  readonly ofClient: number;
}

export type Braked =
  | { readonly kind: 'waits'; readonly because: WaitReason }
  /** It leaves by itself: at once when there is no moment. */
  | { readonly kind: 'leaves'; readonly at: Instant | null };

/** Whether a refund that a rule makes now may leave by itself, and from when (R33). */
export function brake({ now, rules, ofProgramme, ofClient }: BrakeFacts): Braked {
  if (ofClient >= rules.refundsPerHourByClient) return { kind: 'waits', because: 'ceiling_client' };
  if (ofProgramme >= rules.refundsPerHour) return { kind: 'waits', because: 'ceiling_programme' };
  const minutes = rules.refundHoldMinutes;
  return { kind: 'leaves', at: minutes === 0 ? null : now.add({ minutes }) };
}

/**
 * Whether a record taken back still stops a disbursement: a rule made it, and it has not begun to
 * leave.
 */
export const mayStop = (disbursement: {
  readonly attempt: number;
  readonly state: DisbursementState;
  /** Null: no person has approved it. */
  readonly approvedBy: string | null;
}): boolean =>
  disbursement.attempt === 1 && disbursement.approvedBy === null && isUnsent(disbursement.state);
