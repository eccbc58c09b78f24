import type { Instant, Money } from '#kernel';
import { bigintColumn, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { BankRefusal, BankWord } from '../domain/bank-fact.ts';

/** A file of payments for the operator's bank (pain.001), as it was made and is given out. */
@Entity('payment_file')
@Index('payment_file_made', ['madeAt', 'id'])
export class PaymentFile {
  /** Also the message's id in the file, without its dashes. */
  @PrimaryColumn('uuid') id!: string;
  @Column('char', { length: 3 }) currency!: string;
  @Column('integer') payments!: number;
  @Column(bigintColumn()) totalMinor!: bigint;
  @Column('uuid') madeBy!: string;
  /** Legal clock. */
  @Column(instantColumn()) madeAt!: Instant;
  /** It names accounts: sealed with a key of its own. */
  @Column('bytea') sealed!: Buffer;
}

/** A file in which the bank answers (pain.002, camt.054), without its content. */
@Entity('bank_report')
@Unique('bank_report_of_content', ['sha256'])
@Index('bank_report_sent', ['sentAt', 'id'])
export class BankReport {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: BankReportKind;
  /** The same file counts once. */
  @Column('bytea') sha256!: Buffer;
  @Column('integer') entries!: number;
  @Column('uuid') sentBy!: string;
  @Column(instantColumn()) sentAt!: Instant;
}
export type BankReportKind = 'pain.002' | 'camt.054';

/** What became of what the bank said of one payment. */
export type EntryOutcome = 'applied' | 'known' | BankRefusal;

/** What the bank says of one payment, and what became of it. */
@Entity('bank_report_entry')
@Index('bank_report_entry_open', ['reportId'], { where: 'outcome is null' })
@Index('bank_report_entry_of', ['disbursementId'], { where: 'disbursement_id is not null' })
export class BankReportEntry {
  @PrimaryColumn('uuid') reportId!: string;
  /** From 1, in the order of the file. */
  @PrimaryColumn('integer') nr!: number;
  @Column('text') says!: BankWord;
  /** Our name for the payment, as the bank repeats it; cleaned, and cut to what a name may be. */
  @Column('text', { nullable: true }) endToEndId!: string | null;
  @Column(bigintColumn({ nullable: true })) amountMinor!: bigint | null;
  @Column('char', { length: 3, nullable: true }) currency!: string | null;
  /** The bank's own number for it, with which it can be traced. */
  @Column('text', { nullable: true }) bankReference!: string | null;
  /** The bank's code for why it was not paid: AC04. */
  @Column('text', { nullable: true }) reasonCode!: string | null;
  @Column('uuid', { nullable: true }) disbursementId!: string | null;
  /** Null until the worker has applied it. */
  @Column('text', { nullable: true }) outcome!: EntryOutcome | null;
}

/** An entry as it is read out of a file. */
export interface ReadEntry {
  readonly says: BankWord;
  readonly endToEndId: string | null;
  readonly amount: Money | null;
  readonly bankReference: string | null;
  readonly reasonCode: string | null;
}
