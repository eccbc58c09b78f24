import type { Instant } from '#kernel';
import { ContactPoint, type Language } from '#notification';
import { instantColumn } from '#platform';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { StaffRole } from './domain/permissions.ts';

/** Somebody who can sign in. Applicants and staff are apart: one address may be both. */
@Entity('account')
@Unique('account_email', ['kind', 'emailToken'])
export class Account {
  /** Also the subject whose key seals the address. */
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: 'applicant' | 'staff';
  /** Keyed token of the comparable address: finds the account, and no way back. */
  @Column('bytea') emailToken!: Buffer;
  /** The address, sealed for (account, email_sealed, id). */
  @Column('bytea') emailSealed!: Buffer;
  /**
   * The name under which staff work. Not sealed: it stands on letters and in every history of a
   * case anyway, and an audit entry for each of those reads would bury the ones that matter.
   * Null for applicants, whose name is personal data: see person.
   */
  @Column('text', { nullable: true }) displayName!: string | null;
  /** argon2id, with its parameters inside. */
  @Column('text') passwordHash!: string;
  @Column('text') language!: Language;
  @ForeignKey(() => ContactPoint, { name: 'account_contact_point' })
  @Column('uuid')
  contactPointId!: string;
  /** Where an officer works; null for applicants and for staff of the whole programme. */
  @Column('uuid', { nullable: true }) consulateId!: string | null;
  /** closed: cannot sign in any more; kept because decisions name it. */
  @Column('text', { default: 'active' }) state!: 'active' | 'closed';
  @Column(instantColumn({ default: () => 'clock_timestamp()' })) createdAt!: Instant;
}

/** A bundle of permissions that a member of staff holds. Applicants need none. */
@Entity('account_role')
export class AccountRole {
  @ForeignKey(() => Account, { name: 'account_role_account' })
  @PrimaryColumn('uuid')
  accountId!: string;
  @PrimaryColumn('text') role!: StaffRole;
  @Column(instantColumn({ default: () => 'clock_timestamp()' })) grantedAt!: Instant;
  /** The administrator; null when the installation granted it. */
  @Column('uuid', { nullable: true }) grantedBy!: string | null;
}
