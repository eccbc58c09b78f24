import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Language } from './domain/mails.ts';

/** Where somebody can be written to. Others hold its id, never the address. */
@Entity('contact_point')
@Index('contact_point_account', ['accountId'])
export class ContactPoint {
  @PrimaryColumn('uuid') id!: string;
  /** Whose it is; null for somebody without an account. */
  @Column('uuid', { nullable: true }) accountId!: string | null;
  /** Whose key seals the address: erasing that subject makes it unreadable. */
  @Column('uuid') subjectId!: string;
  @Column('text') kind!: 'email';
  /** The address, sealed for (contact_point, address_sealed, id). */
  @Column('bytea') addressSealed!: Buffer;
  /** The language in which its owner wants to be written to. */
  @Column('text') language!: Language;
  @Column(instantColumn({ default: () => 'clock_timestamp()' })) createdAt!: Instant;
}
