import type { Instant, PlainDate } from '#kernel';
import { bigintColumn, dayColumn, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { StatementKind } from './statement-reader.ts';

/** What the operator's bank says of its account over some days, as the treasury brought it. */
@Entity('bank_statement')
@Unique('bank_statement_of_content', ['fileSha256', 'nr'])
@Unique('bank_statement_followed_once', ['follows'])
@Index('bank_statement_first', ['account', 'currency'], { unique: true, where: 'follows is null' })
@Index('bank_statement_of_account', ['account', 'currency', 'toOn'])
@Index('bank_statement_sent', ['sentAt', 'id'])
@Index('bank_statement_not_taken', ['id'], { where: 'taken_at is null' })
export class BankStatement {
  @PrimaryColumn('uuid') id!: string;
  /** Of the file it stands in, and its place there: the same file counts once. */
  @Column('bytea') fileSha256!: Buffer;
  @Column('integer') nr!: number;
  @Column('text') kind!: StatementKind;
  /** The operator's own. */
  @Column('text') account!: string;
  @Column('char', { length: 3 }) currency!: string;
  @Column(dayColumn()) fromOn!: PlainDate;
  @Column(dayColumn()) toOn!: PlainDate;
  @Column(bigintColumn()) openingMinor!: bigint;
  @Column(bigintColumn()) closingMinor!: bigint;
  /** Those that no statement before it had. */
  @Column('integer') entries!: number;
  /** The statement before it; null for the first of an account. */
  @Column('uuid', { nullable: true }) follows!: string | null;
  @Column('uuid') sentBy!: string;
  /** Legal clock. */
  @Column(instantColumn()) sentAt!: Instant;
  /** When its entries were first held against the books; wall clock. */
  @Column(instantColumn({ nullable: true })) takenAt!: Instant | null;
}

/** What the bank booked on the account. Its text, and whoever else is named there, is not kept. */
@Entity('bank_entry')
@Unique('bank_entry_of_statement', ['statementId', 'nr'])
@Unique('bank_entry_once', ['account', 'currency', 'name'])
@Index('bank_entry_booked', ['account', 'currency', 'bookedOn'])
export class BankEntry {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') statementId!: string;
  /** From 1, in the order in which they were kept. */
  @Column('integer') nr!: number;
  @Column('text') account!: string;
  @Column('char', { length: 3 }) currency!: string;
  /** The same in every statement that shows it: day, amount, the bank's number, place. */
  @Column('text') name!: string;
  /** Below zero for what left the account. */
  @Column(bigintColumn()) amountMinor!: bigint;
  @Column(dayColumn()) bookedOn!: PlainDate;
  @Column('text', { nullable: true }) bankReference!: string | null;
  /** What the entry names of ours; whether there is such a thing is not said. */
  @Column('uuid', { nullable: true }) disbursementId!: string | null;
  @Column('uuid', { nullable: true }) paymentFileId!: string | null;
  @Column('text', { nullable: true }) processorObject!: string | null;
}
