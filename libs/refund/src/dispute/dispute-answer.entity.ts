import type { Instant } from '#kernel';
import { instantColumn, inStates } from '#platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import {
  OPEN_ANSWERS,
  type DisputeAnswerKind,
  type DisputeAnswerState,
} from '../domain/dispute-answer.lifecycle.ts';

/** What we answer to a dispute, or wish to. */
@Entity('dispute_answer')
@Index('dispute_answer_one_open', ['disputeId'], { unique: true, where: inStates(OPEN_ANSWERS) })
@Index('dispute_answer_of', ['disputeId', 'id'])
@Index('dispute_answer_to_send', ['stateSince', 'id'], {
  where: inStates(['ordered', 'sending']),
})
export class DisputeAnswer {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') disputeId!: string;
  @Column('text') kind!: DisputeAnswerKind;
  @Column('text', { default: 'prepared' }) state!: DisputeAnswerState;
  /** Legal clock. */
  @Column(instantColumn()) stateSince!: Instant;
  @Column('integer', { default: 1 }) version!: number;
  @Column('uuid') preparedBy!: string;
  @Column(instantColumn()) preparedAt!: Instant;
  /** Who has it sent; to give in, another person than who prepared it. */
  @Column('uuid', { nullable: true }) orderedBy!: string | null;
  /** The pack of evidence as it was shown, in base64, sealed with the payer's key; null to give in. */
  @Column('bytea', { nullable: true }) packSealed!: Buffer | null;
  /** Of the pack's bytes. */
  @Column('bytea', { nullable: true }) packSha256!: Buffer | null;
  /** Whose key seals the pack. */
  @Column('uuid', { nullable: true }) payerAccountId!: string | null;
  /** Committed before the processor is called. */
  @Column(instantColumn({ nullable: true })) sendingSince!: Instant | null;
  /** How often evidence had been sent when sending began: one more means that ours arrived. */
  @Column('integer', { nullable: true }) submissionsBefore!: number | null;
  /** The pack at the processor (file_…), once it is there. */
  @Column('text', { nullable: true }) processorFileId!: string | null;
  /** Why the processor did not take it; null unless it refused. */
  @Column('text', { nullable: true }) refusalCode!: string | null;
}
