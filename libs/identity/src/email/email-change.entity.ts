import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../account/account.entity.ts';

/** An address was changed; until undoUntil who holds the notice's secret can take it back. */
@Entity('email_change')
@Unique('email_change_undo', ['undoHash'])
@Index('email_change_of_account', ['accountId', 'changedAt'])
export class PendingEmailChange {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => Account, { name: 'email_change_account' })
  @Column('uuid')
  accountId!: string;
  @Column('bytea') oldEmailToken!: Buffer;
  /** As they stood in account and contact_point, to be put back as they are. */
  @Column('bytea') oldEmailSealed!: Buffer;
  @Column('bytea') oldAddressSealed!: Buffer;
  /** Keyed digest of the secret in the notice. */
  @Column('bytea') undoHash!: Buffer;
  @Column(instantColumn({ default: () => 'clock_timestamp()' })) changedAt!: Instant;
  @Column(instantColumn()) undoUntil!: Instant;
  @Column(instantColumn({ nullable: true })) undoneAt!: Instant | null;
}
