import type { Instant } from '#kernel';
import { bigintColumn, instantColumn, inStates } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { UNSETTLED_STATES, type ReversalState } from '../domain/reversal.lifecycle.ts';
import type {
  CameBackTo,
  ReversalKind,
  ReversalMoney,
  ReversalOutcome,
} from '../domain/settle-reversal.ts';

/** Money of a payment that left the processor by no disbursement of ours (R35). */
@Entity('reversal')
@Unique('reversal_of_object', ['processorObject'])
@Index('reversal_received_payment', ['receivedPaymentId'])
@Index('reversal_bond_id', ['bondId'])
@Index('reversal_case_id', ['caseId'])
@Index('reversal_unsettled', ['happenedAt'], {
  where: inStates(UNSETTLED_STATES),
})
export class Reversal {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: ReversalKind;
  /** What took it at the processor: a refund (re_…), a dispute (du_…), a transfer's bank (ccsbtxn_…). */
  @Column('text') processorObject!: string;
  /** The payment of which it was taken (pi_…), or the transfer that brought it (ccsbtxn_…). */
  @Column('text') processorPaymentId!: string;
  /** That payment in the ledger. */
  @Column('uuid') receivedPaymentId!: string;
  /** The bond whose money it was; null where it was in suspense. */
  @Column('uuid', { nullable: true }) bondId!: string | null;
  @Column('uuid', { nullable: true }) caseId!: string | null;
  @Column('text', { nullable: true }) reference!: string | null;
  @Column(bigintColumn()) amountMinor!: bigint;
  @Column('char', { length: 3 }) currency!: string;
  @Column('text') money!: ReversalMoney;
  @Column('text', { default: 'open' }) state!: ReversalState;
  /** Legal clock. */
  @Column(instantColumn()) stateSince!: Instant;
  @Column('integer', { default: 1 }) version!: number;
  /** When the processor's news of it was made. */
  @Column(instantColumn()) happenedAt!: Instant;
  @Column('text', { nullable: true }) outcome!: ReversalOutcome | null;
  /** Where it went when it came back after people had settled it; null otherwise. */
  @Column('text', { nullable: true }) cameBackTo!: CameBackTo | null;
  /** Two people of the treasury. */
  @Column('uuid', { nullable: true }) proposedBy!: string | null;
  @Column('uuid', { nullable: true }) approvedBy!: string | null;
}
