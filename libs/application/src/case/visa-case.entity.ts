import type { MrzFlag } from '#identity';
import type { Instant, PlainDate } from '#kernel';
import type { Language } from '#notification';
import { dayColumn, inStates, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { liveStates, endedStates, type CaseState } from '../domain/case.lifecycle.ts';
import { queues } from '../queues/queues.ts';

const PAGED = ['consulateId', 'submittedAt', 'id'];

/** One person's visa application. "case" alone is a word of SQL. */
@Entity('visa_case')
@Unique('visa_case_reference', ['reference'])
@Index('visa_case_queue_new', PAGED, { where: queues.new.where })
@Index('visa_case_queue_mine', ['assignedTo', 'submittedAt', 'id'], { where: queues.mine.where })
@Index('visa_case_queue_bond', PAGED, { where: queues.bond.where })
@Index('visa_case_queue_visa', PAGED, { where: queues.visa.where })
@Index('visa_case_queue_travelling', PAGED, { where: queues.travelling.where })
@Index('visa_case_queue_all', PAGED, { where: queues.all.where })
@Index('visa_case_ended', ['stateSince'], {
  where: inStates(endedStates),
})
@Index('visa_case_opened', ['programmeCode', 'openedAt'])
@Index('visa_case_live', ['personId', 'programmeCode'], {
  ...{ unique: true, where: inStates(liveStates) },
})
export class VisaCase {
  @PrimaryColumn('uuid') id!: string;
  /** What people call it: VB-7K3M-9Q2X. Not secret, opens nothing. */
  @Column('text') reference!: string;
  @Column('text') programmeCode!: string;
  /** The version of the rules it was opened under, for good. */
  @Column('integer') programmeVersion!: number;
  @Column('uuid') consulateId!: string;
  /** Whose case it is: row-level security goes by this. */
  @Column('uuid') applicantAccountId!: string;
  /** The traveller, known from submission on. */
  @Column('uuid', { nullable: true }) personId!: string | null;
  /** The passport used (R2), known from submission on. */
  @Column('uuid', { nullable: true }) travelDocumentId!: string | null;
  /** Where mail about the case goes. */
  @Column('uuid') contactPointId!: string;
  @Column('text') language!: Language;
  @Column('text') state!: CaseState;
  @Column(instantColumn()) stateSince!: Instant;
  /** Counts the moves. */
  @Column('integer', { default: 1 }) version!: number;
  /** The draft's answers, sealed with the case's own key; null once submitted. */
  @Column('bytea', { nullable: true, select: false }) answersSealed!: Buffer | null;
  @Column(instantColumn({ nullable: true })) submittedAt!: Instant | null;
  /** The officer who holds it. */
  @Column('uuid', { nullable: true }) assignedTo!: string | null;
  @Column(instantColumn({ nullable: true })) assignedAt!: Instant | null;
  @Column(instantColumn()) openedAt!: Instant;
}

/** The questions as asked with the answers given, as they were at submission. Never changed. */
@Entity('case_submission')
export class CaseSubmission {
  @PrimaryColumn('uuid') caseId!: string;
  @Column('uuid') applicantAccountId!: string;
  /** The person whose key seals the answers. */
  @Column('uuid') subjectId!: string;
  /** Which edition of the form was filled in. */
  @Column('text') formVersion!: string;
  @Column('bytea', { select: false }) answersSealed!: Buffer;
  @Column(instantColumn()) submittedAt!: Instant;
  /** The planned journey, which the passport must outlast (R34); null in older submissions. */
  @Column(dayColumn({ nullable: true })) arrivesOn!: PlainDate | null;
  @Column('integer', { nullable: true }) stayDays!: number | null;
  /** What the journey is for, a code of the programme; null in older submissions. */
  @Column('text', { nullable: true }) purpose!: string | null;
  /** In what the lines of the passport do not agree with the answers: an officer looks at it. */
  @Column('text', { array: true, default: [] }) mrzFlags!: MrzFlag[];
}

/** A visa and its one stay (R13). */
@Entity('visa')
@Unique('visa_case_id', ['caseId'])
@Unique('visa_number', ['number'])
@Index('visa_due', ['programmeCode', 'dueOn', 'caseId'], { where: 'due_on is not null' })
@Index('visa_extended', ['id'], { where: 'extended_until is not null' })
@Index('visa_remind', ['remindOn', 'caseId'], { where: 'remind_on is not null' })
export class Visa {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') applicantAccountId!: string;
  /** That of its case: what is due is found by it. */
  @Column('text') programmeCode!: string;
  /** V-7K3M-9Q2X. */
  @Column('text') number!: string;
  @Column(dayColumn()) validFrom!: PlainDate;
  /** Last day on which it lets one in. */
  @Column(dayColumn()) validUntil!: PlainDate;
  /** Days of stay from admission, where the border gives no date. */
  @Column('integer') stayDays!: number;
  @Column(instantColumn()) issuedAt!: Instant;
  @Column('uuid') issuedBy!: string;
  /** Day of admission in the port's zone. */
  @Column(dayColumn({ nullable: true })) admittedOn!: PlainDate | null;
  /** Last authorised day, inclusive. */
  @Column(dayColumn({ nullable: true })) leaveBy!: PlainDate | null;
  /** The last day as two people granted it, beyond what the visa allows (R17); null otherwise. */
  @Column(dayColumn({ nullable: true })) extendedUntil!: PlainDate | null;
  /** The document on which the traveller was let in (R32); known from admission on. */
  @Column('uuid', { nullable: true }) admittedDocumentId!: string | null;
  /** Day of departure in the port's zone. */
  @Column(dayColumn({ nullable: true })) departedOn!: PlainDate | null;
  /**
   * The day up to which records must be complete before it means something that there is none (R15b,
   * R16); null once the stay is decided, or while evidence is waited for.
   */
  @Column(dayColumn({ nullable: true })) dueOn!: PlainDate | null;
  /** Where the days of the stay are days: the zone of the port of admission (R31). */
  @Column('text', { nullable: true }) stayZone!: string | null;
  /** On which day the traveller is reminded next; null when no more. */
  @Column(dayColumn({ nullable: true })) remindOn!: PlainDate | null;
}

export type CaseRow = Omit<VisaCase, 'answersSealed'>;
export type VisaRow = Visa;
