import { UploadSet } from '#documents';
import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** What payer or traveller say to one ground; the newest of each counts, all are kept. */
@Entity('breach_reply')
@Index('breach_reply_of_ground', ['groundId', 'sentAt'])
export class BreachReply {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') groundId!: string;
  @Column('uuid') accountId!: string;
  @Column(instantColumn()) sentAt!: Instant;
  @Column('bytea') textSealed!: Buffer;
}

/** Which files were sent with what is said to a ground. */
@Entity('breach_ground_upload')
@Unique('breach_ground_upload_once', ['uploadId'])
export class BreachGroundUpload {
  @PrimaryColumn('uuid') groundId!: string;
  @PrimaryColumn('uuid') uploadId!: string;
}

export const groundUploads = new UploadSet(BreachGroundUpload, 'groundId');

/** A question about the notice; until it is answered, the clock of the reply stands still (R31). */
@Entity('breach_question')
@Index('breach_question_one_open', ['fileId'], { unique: true, where: 'answered_at is null' })
@Index('breach_question_of_file', ['fileId', 'askedAt'])
export class BreachQuestion {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') fileId!: string;
  @Column('uuid') askedBy!: string;
  @Column(instantColumn()) askedAt!: Instant;
  @Column('bytea') textSealed!: Buffer;
  @Column('uuid', { nullable: true }) answeredBy!: string | null;
  @Column(instantColumn({ nullable: true })) answeredAt!: Instant | null;
  @Column('bytea', { nullable: true }) answerSealed!: Buffer | null;
}
