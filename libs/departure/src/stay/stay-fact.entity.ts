import { UploadSet } from '#documents';
import type { Instant, PlainDate } from '#kernel';
import { dayColumn, inStates, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ExtensionReason, StayFactKind } from '../domain/decide-stay.ts';
import { stayFactsOnDeskStates, type StayFactState } from '../domain/stay-fact.lifecycle.ts';

/** What was reported of a stay, and what two people made of it (R15e, R16, R17). */
@Entity('stay_fact')
@Unique('stay_fact_decision', ['decisionId'])
@Index('stay_fact_of_case', ['caseId'])
@Index('stay_fact_on_desk', ['sentAt', 'id'], { where: inStates(stayFactsOnDeskStates) })
@Index('stay_fact_accepted', ['stateSince'], { where: "state = 'accepted'" })
export class StayFact {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  /** Null when no bond was asked. */
  @Column('uuid', { nullable: true }) bondId!: string | null;
  @Column('text') reference!: string;
  @Column('uuid') consulateId!: string;
  /** Whose it is: row-level security goes by this. */
  @Column('uuid') applicantAccountId!: string;
  @Column('uuid') contactPointId!: string;
  @Column('text') kind!: StayFactKind;
  /** As reported: until when the stay is to last, or when it happened. */
  @Column(dayColumn()) reportedDay!: PlainDate;
  /** Why the stay is to last longer; null for what is no extension. */
  @Column('text', { nullable: true }) reasonCode!: ExtensionReason | null;
  /** The officer who recorded it; null when the traveller reported it. */
  @Column('uuid', { nullable: true }) recordedBy!: string | null;
  @Column('text') state!: StayFactState;
  @Column(instantColumn()) stateSince!: Instant;
  @Column('integer', { default: 1 }) version!: number;
  @Column(instantColumn({ nullable: true })) sentAt!: Instant | null;
  @Column('text', { nullable: true }) proposal!: 'accept' | 'refuse' | null;
  /** The day that the files show, once it is to be accepted. */
  @Column(dayColumn({ nullable: true })) acceptedDay!: PlainDate | null;
  @Column('text', { nullable: true }) refusalReason!: string | null;
  @Column('uuid', { nullable: true }) proposedBy!: string | null;
  /** The second person. */
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  /** In the ledger: how much goes back. Null where no money moves. */
  @Column('uuid', { nullable: true }) decisionId!: string | null;
}

/** Which files belong to it. */
@Entity('stay_fact_upload')
export class StayFactUpload {
  @PrimaryColumn('uuid') stayFactId!: string;
  @PrimaryColumn('uuid') uploadId!: string;
}

export const stayFactUploads = new UploadSet(StayFactUpload, 'stayFactId');
