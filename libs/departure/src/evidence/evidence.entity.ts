import { UploadSet } from '#documents';
import type { Instant, PlainDate } from '#kernel';
import { dayColumn, inStates, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { EvidenceCheck, EvidenceKind } from '../domain/decide-evidence.ts';
import {
  evidenceOnDeskStates,
  openEvidenceStates,
  type EvidenceState,
} from '../domain/evidence.lifecycle.ts';

/** What a traveller states of a departure, and what two people made of it. */
@Entity('evidence')
@Unique('evidence_decision', ['decisionId'])
@Index('evidence_one_open', ['caseId'], { unique: true, where: inStates(openEvidenceStates) })
@Index('evidence_of_case', ['caseId'])
@Index('evidence_on_desk', ['sentAt', 'id'], { where: inStates(evidenceOnDeskStates) })
@Index('evidence_accepted', ['stateSince'], { where: "state = 'accepted'" })
export class Evidence {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') bondId!: string;
  @Column('text') reference!: string;
  @Column('uuid') consulateId!: string;
  /** Whose it is: row-level security goes by this. */
  @Column('uuid') applicantAccountId!: string;
  @Column('uuid') contactPointId!: string;
  @Column('text') kind!: EvidenceKind;
  /** As claimed, in the port's zone. */
  @Column(dayColumn()) departedOn!: PlainDate;
  /** A listed port; null for another place. */
  @Column('text', { nullable: true }) portCode!: string | null;
  @Column('text') state!: EvidenceState;
  @Column(instantColumn()) stateSince!: Instant;
  @Column('integer', { default: 1 }) version!: number;
  @Column(instantColumn({ nullable: true })) sentAt!: Instant | null;
  @Column('text', { nullable: true }) proposal!: 'accept' | 'refuse' | null;
  /** What the officer found to hold. */
  @Column('text', { array: true, default: [] }) checks!: EvidenceCheck[];
  @Column('text', { nullable: true }) refusalReason!: string | null;
  @Column('uuid', { nullable: true }) proposedBy!: string | null;
  /** The second person. */
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  /** In the ledger: how much goes back. Null unless it is to be accepted. */
  @Column('uuid', { nullable: true }) decisionId!: string | null;
}

/** Which files belong to it. */
@Entity('evidence_upload')
export class EvidenceUpload {
  @PrimaryColumn('uuid') evidenceId!: string;
  @PrimaryColumn('uuid') uploadId!: string;
}

export const evidenceUploads = new UploadSet(EvidenceUpload, 'evidenceId');
