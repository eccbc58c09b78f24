import type { Instant } from '#kernel';
import { ContactPoint, type Language } from '#notification';
import { instantColumn } from '#platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { StaffRole } from '../domain/permissions.ts';

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
  /** argon2id's setting and salt, and the digest of its result. No process can read it. */
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
  /** When password or address last changed: for a while money goes nowhere new. Wall clock. */
  @Column(instantColumn({ nullable: true })) accessChangedAt!: Instant | null;
}

/**
 * Somebody signed in, in one browser at one site. Only functions of the database write it; the
 * token is the browser's alone. Wall clock.
 */
@Entity('account_session')
@Unique('account_session_token', ['tokenHash'])
@Index('account_session_of_account', ['accountId', 'createdAt'])
@Index('account_session_expires_at', ['expiresAt'])
export class AccountSession {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => Account, { name: 'account_session_account' })
  @Column('uuid')
  accountId!: string;
  @Column('text') site!: 'portal' | 'officer';
  /** SHA-256 of the token. No process can read it. */
  @Column('bytea') tokenHash!: Buffer;
  @Column(instantColumn({ default: () => 'clock_timestamp()' })) createdAt!: Instant;
  /** Noted once a minute. */
  @Column(instantColumn({ default: () => 'clock_timestamp()' })) lastUsedAt!: Instant;
  @Column(instantColumn()) expiresAt!: Instant;
  @Column(instantColumn({ nullable: true })) endedAt!: Instant | null;
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
