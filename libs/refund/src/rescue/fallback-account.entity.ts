import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { BankAccountKind } from '../domain/bank-account.ts';

/** An account that a payer gives beforehand, for a refund that may not go back as it came (R12). */
@Entity('fallback_account')
@Index('fallback_account_one', ['bondId', 'payerAccountId'], {
  unique: true,
  where: 'ended_at is null',
})
export class FallbackAccount {
  /** Also that of the rescue's account which it becomes: it is sealed for that place. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') bondId!: string;
  @Column('uuid') payerAccountId!: string;
  @Column('text') kind!: BankAccountKind;
  /** With the key of the payer's account; no login of ours reads it here. */
  @Column('bytea', { select: false }) sealed!: Buffer;
  @Column('char', { length: 4 }) lastFour!: string;
  /** Legal clock. */
  @Column(instantColumn()) givenAt!: Instant;
  /** It was taken back, replaced or used; null while it counts. */
  @Column(instantColumn({ nullable: true })) endedAt!: Instant | null;
}
