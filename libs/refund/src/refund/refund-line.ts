import {
  instantFromDate,
  money,
  type Instant,
  type Money,
  type PlainDate,
  type Zone,
} from '#kernel';
import { dayOf } from '#platform';
import type { WaitReason } from '../domain/brake.ts';
import type { DisbursementState } from '../domain/disbursement.lifecycle.ts';

/** A refund in a list, with the disbursement that counts. */
export interface RefundLine {
  readonly refundId: string;
  readonly ownerKind: 'bond' | 'received_payment';
  /** The bond or received payment whose money it is. */
  readonly ownerId: string;
  /** The case's reference; null for money that belongs to none. */
  readonly reference: string | null;
  readonly amount: Money;
  readonly rule: string;
  readonly createdAt: Instant;
  /** The consulate's, in which the two days are counted (R31). */
  readonly zone: Zone;
  readonly promisedBy: PlainDate;
  readonly returnedOn: PlainDate | null;
  /** The disbursement that counts: the one that succeeded, else the newest. */
  readonly disbursementId: string;
  readonly attempt: number;
  readonly route: 'processor' | 'bank';
  readonly state: DisbursementState;
  readonly stateSince: Instant;
  readonly failureReason: string | null;
  /** Why the processor has not sent it yet. */
  readonly pendingReason: string | null;
  readonly traceNumber: string | null;
  /** Until then a rule's refund is kept (R33). */
  readonly leavesAt: Instant | null;
  /** Why it waits, or waited, for a person before anything left. */
  readonly waitsBecause: WaitReason | null;
  /** Since when its payer has been asked for a bank account; null while nobody is. */
  readonly askedAt: Instant | null;
}

export interface LineRow {
  id: string;
  owner_kind: RefundLine['ownerKind'];
  owner_id: string;
  reference: string | null;
  amount_minor: string;
  currency: string;
  rule: string;
  created_at: Date;
  zone: string;
  promised_by: string;
  returned_on: string | null;
  disbursement_id: string;
  attempt: number;
  route: 'processor' | 'bank';
  state: DisbursementState;
  state_since: Date;
  failure_reason: string | null;
  pending_reason: string | null;
  trace_number: string | null;
  leaves_at: Date | null;
  waits_because: WaitReason | null;
  asked_at: Date | null;
}

/** Of `refund r` and its disbursement `d`. */
export const COLUMNS = `
  r.id, r.owner_kind, r.owner_id, r.reference, r.amount_minor, r.currency, r.rule, r.created_at,
    r.zone, r.promised_by::text, r.returned_on::text, d.id as disbursement_id, d.attempt, d.route,
    d.state,
    d.state_since, d.failure_reason, d.pending_reason, d.trace_number, d.leaves_at,
    r.waits_because, (select u.asked_at from rescue u
      where u.refund_id = r.id and u.state = 'asked') as asked_at`;

export const momentOrNull = (at: Date | null) => at && instantFromDate(at);

export const asLine = (r: LineRow): RefundLine => ({
  refundId: r.id,
  ownerKind: r.owner_kind,
  ownerId: r.owner_id,
  reference: r.reference,
  amount: money(BigInt(r.amount_minor), r.currency),
  rule: r.rule,
  createdAt: instantFromDate(r.created_at),
  zone: r.zone,
  promisedBy: dayOf(r.promised_by),
  returnedOn: r.returned_on === null ? null : dayOf(r.returned_on),
  disbursementId: r.disbursement_id,
  attempt: r.attempt,
  route: r.route,
  state: r.state,
  stateSince: instantFromDate(r.state_since),
  failureReason: r.failure_reason,
  pendingReason: r.pending_reason,
  traceNumber: r.trace_number,
  leavesAt: momentOrNull(r.leaves_at),
  waitsBecause: r.waits_because,
  askedAt: momentOrNull(r.asked_at),
});
