import type { Bond } from '#bond-escrow';
import type { Instant } from '#kernel';
import type { BankDecision } from '../domain/bank-fact.ts';
import type { ToldRefund } from '../domain/refund-fact.ts';
import type { Refund } from '../refund/refund.entity.ts';
import type { MovingDisbursement } from './disbursement-moves.ts';
import type { Disbursement } from './disbursement.entity.ts';

/** A disbursement with its refund. Its bond is locked before it, the ledger's account after. */
export interface LockedDisbursement {
  readonly row: Disbursement;
  readonly refund: Refund;
  /** Null for money that came for no bond. */
  readonly bond: Bond | null;
}

export interface Told extends ToldRefund {
  readonly happenedAt: Instant;
}

export type Seen = Pick<Disbursement, 'id' | 'refundId'>;

/** What the processor says of a disbursement that is locked. */
export interface ToldOf {
  readonly locked: LockedDisbursement;
  readonly told: Told;
}

/** Parked: it contradicts us, and nothing changed. */
export type ToldOutcome = 'applied' | { readonly parked: string };

export interface BankTold extends Omit<Extract<BankDecision, { kind: 'move' }>, 'kind'> {
  readonly happenedAt: Instant;
  /** The bank's code for why it did not pay. */
  readonly reason: string | null;
  readonly traceNumber: string | null;
}

/** What the ledger is told of a disbursement's reserve. */
export interface About {
  readonly ownerId: string;
  readonly reserve: number;
  readonly cause: string;
  readonly happenedAt: Instant;
}

export const aboutOf = (row: Disbursement, cause: string, happenedAt: Instant): About => ({
  ...{ ownerId: row.ownerId, reserve: row.reserveSeq, cause, happenedAt },
});

/** What is learned of a disbursement with its move. */
export const newsOf = ({ locked: { row }, told }: ToldOf): MovingDisbursement => ({
  row,
  news: {
    processorRefundId: told.processorRefundId,
    traceNumber: told.traceNumber ?? row.traceNumber,
    pendingReason: told.pendingReason,
    failureReason: told.failureReason ?? row.failureReason,
  },
});
