import { UploadSet } from '#documents';
import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { InformationOutcome, InformationReason } from '../domain/information.ts';

/** What an officer asks of the applicant, until when, and what came of it. */
@Entity('information_request')
@Index('information_request_open', ['caseId'], { unique: true, where: 'ended_at is null' })
@Index('information_request_of_case', ['caseId', 'askedAt'])
@Index('information_request_due', ['dueAt', 'id'], { where: 'ended_at is null' })
export class InformationRequest {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  /** Whose case it is: row-level security goes by this, and the words are sealed with its key. */
  @Column('uuid') applicantAccountId!: string;
  @Column('text') reason!: InformationReason;
  @Column('bytea') textSealed!: Buffer;
  @Column('uuid') askedBy!: string;
  /** Legal clock. */
  @Column(instantColumn()) askedAt!: Instant;
  @Column(instantColumn()) answerBy!: Instant;
  /** When the sweep has something to do with it next. */
  @Column(instantColumn()) dueAt!: Instant;
  @Column(instantColumn({ nullable: true })) endedAt!: Instant | null;
  @Column('text', { nullable: true }) outcome!: InformationOutcome | null;
  @Column('bytea', { nullable: true }) answerSealed!: Buffer | null;
}

/** Which files came with the answer, or before one that never came. */
@Entity('information_request_upload')
export class InformationRequestUpload {
  @PrimaryColumn('uuid') requestId!: string;
  @PrimaryColumn('uuid') uploadId!: string;
}

export const requestUploads = new UploadSet(InformationRequestUpload, 'requestId');
