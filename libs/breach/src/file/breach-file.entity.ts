import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Ground } from '../domain/grounds.ts';

/** What is looked into for one bond that was referred (R16). How it stands, the bond's state says. */
@Entity('breach_file')
@Unique('breach_file_of_bond', ['bondId'])
@Index('breach_file_case_id', ['caseId'])
@Index('breach_file_opened', ['openedAt', 'id'])
@Index('breach_file_reply_by', ['replyBy'])
@Index('breach_file_appeal_by', ['appealBy'])
export class BreachFile {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') bondId!: string;
  @Column('uuid') caseId!: string;
  /** The case's, for mail and lists. */
  @Column('text') reference!: string;
  @Column('uuid') consulateId!: string;
  @Column('uuid') applicantAccountId!: string;
  @Column('uuid') payerAccountId!: string;
  @Column(instantColumn()) openedAt!: Instant;
  /** The adjudicator who gave the notice of intent; null until then. */
  @Column('uuid', { nullable: true }) noticeBy!: string | null;
  @Column(instantColumn({ nullable: true })) noticedAt!: Instant | null;
  /** The last moment to reply, in the consulate's zone; later after each pause (R19, R31). */
  @Column(instantColumn({ nullable: true })) replyBy!: Instant | null;
  /** When the decision was served; null until then. */
  @Column(instantColumn({ nullable: true })) servedAt!: Instant | null;
  /** It goes by post as well, which gives more days to appeal (R22). */
  @Column('boolean', { nullable: true }) byPost!: boolean | null;
  @Column(instantColumn({ nullable: true })) appealBy!: Instant | null;
}

/** One ground of a file, with what the notice says happened. */
@Entity('breach_ground')
@Unique('breach_ground_once', ['fileId', 'code'])
export class BreachGround {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') fileId!: string;
  @Column('text') code!: Ground;
  /** Sealed with the applicant's key; null while no notice names this ground. */
  @Column('bytea', { nullable: true }) factsSealed!: Buffer | null;
}
