import type { Instant } from '#kernel';
import { ContactPoint, type Language } from '#notification';
import { instantColumn } from '#platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CodePurpose } from '../domain/mailed-code.ts';

/**
 * A code sent to an address, for somebody to show in the browser that asked for it that the
 * address is theirs. What it is for is done after that, once.
 */
@Entity('mailed_code')
@Index('mailed_code_expires_at', ['expiresAt'])
export class MailedCode {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') purpose!: CodePurpose;
  /** Whose site it was asked for on. */
  @Column('text') kind!: 'applicant' | 'staff';
  /** The account, or the id it will have; of nobody when the address has none. */
  @Column('uuid') accountId!: string;
  @Column('bytea') emailToken!: Buffer;
  /** Sealed for the account's column, and moved there as it is. */
  @Column('bytea') emailSealed!: Buffer;
  /** Keyed digest of the secret that the asking browser alone holds. */
  @Column('bytea') browserHash!: Buffer;
  /** Keyed, since digits can be tried out. */
  @Column('bytea') codeHash!: Buffer;
  @Column('text') language!: Language;
  @ForeignKey(() => ContactPoint, { name: 'mailed_code_contact_point' })
  @Column('uuid')
  contactPointId!: string;
  /** Wrong codes so far, at most 5. */
  @Column('integer', { default: 0 }) tries!: number;
  @Column(instantColumn({ default: () => 'clock_timestamp()' })) createdAt!: Instant;
  /** Wall clock; begins anew when the code was right. */
  @Column(instantColumn()) expiresAt!: Instant;
  @Column(instantColumn({ nullable: true })) confirmedAt!: Instant | null;
  @Column(instantColumn({ nullable: true })) usedAt!: Instant | null;
}
