import type { Instant, PlainDate } from '#kernel';
import { bigintColumn, dayColumn, inStates, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { KeepReason, SuspenseDecline, SuspenseKind } from '../domain/decide-suspense.ts';
import { openSuspenseStates, type SuspenseProposalState } from '../domain/suspense.lifecycle.ts';

/** What one of the treasury wants done with money in suspense, and what another made of it. */
@Entity('suspense_proposal')
@Unique('suspense_proposal_decision', ['decisionId'])
@Index('suspense_proposal_one_open', ['receivedPaymentId'], {
  unique: true,
  where: inStates(openSuspenseStates),
})
@Index('suspense_proposal_of_payment', ['receivedPaymentId', 'proposedAt'])
@Index('suspense_proposal_open', ['stateSince', 'id'], { where: inStates(openSuspenseStates) })
@Index('suspense_proposal_bond_id', ['bondId'])
export class SuspenseProposal {
  /** Also the task of the match in the books: task:<id>:matched. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') receivedPaymentId!: string;
  @Column('text') kind!: SuspenseKind;
  /** The bond that a match posts, and its reference; null otherwise. */
  @Column('uuid', { nullable: true }) bondId!: string | null;
  @Column('text', { nullable: true }) reference!: string | null;
  /** What moves, or what is kept. */
  @Column(bigintColumn()) amountMinor!: bigint;
  @Column('char', { length: 3 }) currency!: string;
  /** Of a return: the ledger's decision of the same two people. */
  @Column('uuid', { nullable: true }) decisionId!: string | null;
  @Column('text', { nullable: true }) keepReason!: KeepReason | null;
  /** The day on which kept money is looked at again. */
  @Column(dayColumn({ nullable: true })) keepUntil!: PlainDate | null;
  @Column('text', { default: 'proposed' }) state!: SuspenseProposalState;
  /** Legal clock. */
  @Column(instantColumn()) stateSince!: Instant;
  @Column('integer', { default: 1 }) version!: number;
  @Column('uuid') proposedBy!: string;
  @Column(instantColumn()) proposedAt!: Instant;
  /** The second person; null where one was enough. */
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) declineReason!: SuspenseDecline | null;
}

/** Who looks after money in suspense. */
@Entity('suspense_holder')
export class SuspenseHolder {
  @PrimaryColumn('uuid') receivedPaymentId!: string;
  /** Null: nobody. */
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column(instantColumn()) since!: Instant;
}
