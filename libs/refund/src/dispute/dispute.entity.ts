import type { Instant } from '#kernel';
import { bigintColumn, instantColumn, inStates } from '#platform';
import type { DisputeReason } from '#processor';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { AWAITING_ANSWER, type DisputeState } from '../domain/dispute.lifecycle.ts';

/** A dispute as the processor last told it (R35). */
@Entity('dispute')
@Unique('dispute_of_object', ['processorDisputeId'])
@Index('dispute_case_id', ['caseId'])
@Index('dispute_bond_id', ['bondId'])
@Index('dispute_to_answer', ['dueBy', 'id'], { where: inStates(AWAITING_ANSWER) })
export class Dispute {
  @PrimaryColumn('uuid') id!: string;
  /** du_… */
  @Column('text') processorDisputeId!: string;
  /** pi_… */
  @Column('text') processorPaymentId!: string;
  /** That payment in the ledger. */
  @Column('uuid') receivedPaymentId!: string;
  /** The bond whose money it was; null where it was in suspense. */
  @Column('uuid', { nullable: true }) bondId!: string | null;
  @Column('uuid', { nullable: true }) caseId!: string | null;
  @Column('text', { nullable: true }) reference!: string | null;
  /** What is disputed. */
  @Column(bigintColumn()) amountMinor!: bigint;
  @Column('char', { length: 3 }) currency!: string;
  @Column('text') reason!: DisputeReason;
  /** The network's code: 10.4, 13.1, …; null where no card network carries it. */
  @Column('text', { nullable: true }) networkReason!: string | null;
  /** Until when the bank takes an answer; null where it hears nobody. */
  @Column(instantColumn({ nullable: true })) dueBy!: Instant | null;
  /** How often evidence was sent to the bank, by us or in the processor's dashboard. */
  @Column('integer', { default: 0 }) submissions!: number;
  /** When the bank opened it. */
  @Column(instantColumn()) openedAt!: Instant;
  @Column('text') state!: DisputeState;
  /** When the processor's news of it was made. */
  @Column(instantColumn()) stateSince!: Instant;
  @Column('integer', { default: 1 }) version!: number;
}
