import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { BorderKeyState } from '../domain/border-key.lifecycle.ts';
import type { PublicJwk } from './public-key.ts';

/** A key that a border system signs with: Ed25519, the public half only. */
@Entity('border_key')
@Unique('border_key_once', ['kid'])
@Index('border_key_of_client', ['clientId'])
export class BorderKey {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') clientId!: string;
  /** The key's own digest (RFC 7638): no two border systems share one, and none comes back. */
  @Column('text') kid!: string;
  /** The private half never leaves the border system. */
  @Column('jsonb') publicJwk!: PublicJwk;
  @Column('text', { default: 'active' }) state!: BorderKeyState;
  // By the database's own clock, as the arrival of what it signs is.
  @Column(instantColumn({ default: () => 'clock_timestamp()' })) addedAt!: Instant;
  @Column(instantColumn({ nullable: true })) retiredAt!: Instant | null;
  @Column('uuid', { nullable: true }) retiredBy!: string | null;
  @Column(instantColumn({ nullable: true })) revokedAt!: Instant | null;
  @Column('uuid', { nullable: true }) revokedBy!: string | null;
}
