import type { Instant } from '#kernel';

/** Why a refund that a rule decided waits for a person before any money leaves. */
export type WaitReason =
  /** Rules have let too many leave in the last hour, of the programme or by one border system. */
  | 'ceiling_programme'
  | 'ceiling_client'
  /** A later record contradicts the one that decided. */
  | 'record_contradicted';

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
