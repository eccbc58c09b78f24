import type { Instant } from '#kernel';
import { bigintColumn, instantColumn, inStates } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { OPEN_STATES, type DisbursementState } from '../domain/disbursement.lifecycle.ts';

const OPEN = inStates(OPEN_STATES);
/** Approved, and in no file yet. */
const FOR_BANK = "route = 'bank' and state = 'approved'";

/** One payment out that returns a refund's money over one route. `attempt` counts them from 1. */
@Entity('disbursement')
@Unique('disbursement_attempt', ['refundId', 'attempt'])
@Unique('disbursement_processor_refund', ['processorRefundId'])
@Unique('disbursement_reserve', ['ownerId', 'reserveSeq'])
@Index('disbursement_one_open', ['refundId'], { unique: true, where: OPEN })
@Index('disbursement_payment_file', ['paymentFileId'], { where: 'payment_file_id is not null' })
@Index('disbursement_for_bank', ['currency', 'id'], { where: FOR_BANK })
@Index('disbursement_waiting', ['state', 'stateSince'], { where: OPEN })
export class Disbursement {
  /** Also the idempotency key of the call: disbursement:<id>. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') refundId!: string;
  /** From 1. */
  @Column('integer') attempt!: number;
  /** processor: back the way it was paid (R25); bank: to an account of the payer. */
  @Column('text') route!: 'processor' | 'bank';
  /** The payment that brought the money (pi_…), and that is refunded where it goes back that way. */
  @Column('text') processorPaymentId!: string;
  @Column('uuid') ownerId!: string;
  @Column(bigintColumn()) amountMinor!: bigint;
  @Column('char', { length: 3 }) currency!: string;
  /** Number of the ledger's row that sets the money aside for this disbursement. */
  @Column('integer') reserveSeq!: number;
  @Column('text', { default: 'due' }) state!: DisbursementState;
  /** Legal clock. */
  @Column(instantColumn()) stateSince!: Instant;
  @Column('integer', { default: 1 }) version!: number;
  /** Not before this, where a rule approved it with a hold (R33); null: at once. Legal clock. */
  @Column(instantColumn({ nullable: true })) leavesAt!: Instant | null;
  /** The processor's refund (re_…, pyr_…), once it is known. */
  @Column('text', { nullable: true }) processorRefundId!: string | null;
  /** With this number the payer's bank can trace it. */
  @Column('text', { nullable: true }) traceNumber!: string | null;
  /** The processor's code for why it has not sent it yet; null when nothing is known to hold it. */
  @Column('text', { nullable: true }) pendingReason!: string | null;
  /** The processor's code for why it failed. */
  @Column('text', { nullable: true }) failureReason!: string | null;
  /** When the first call began: after 23 hours its key is no longer safe to repeat. */
  @Column(instantColumn({ nullable: true })) sendingSince!: Instant | null;
  /** When the sweep last took it up again: so that it asks once an hour, not at every round. */
  @Column(instantColumn({ nullable: true })) sweptAt!: Instant | null;
  /** By bank: to which account, and in which file. */
  @Column('uuid', { nullable: true }) bankAccountId!: string | null;
  @Column('uuid', { nullable: true }) paymentFileId!: string | null;
  /** The treasury officer who approved it; null when a rule did. */
  @Column('uuid', { nullable: true }) approvedBy!: string | null;
  @Column('uuid', { nullable: true }) applicantAccountId!: string | null;
  @Column('uuid', { nullable: true }) payerAccountId!: string | null;
}
