import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A border system that may report movements. Two people let it in, each may shut it out. */
@Entity('border_client')
export class BorderClient {
  @PrimaryColumn('uuid') id!: string;
  /** For officers and logs: "Bamako–Sénou arrivals". */
  @Column('text') name!: string;
  /** The programme whose travellers it reports. */
  @Column('text') programmeCode!: string;
  /** Codes of the ports it may report for. */
  @Column('text', { array: true }) ports!: string[];
  @Column('text', { default: 'active' }) state!: 'active' | 'blocked';
  /** Where it wants to be told what became of its batches; null: it asks. */
  @Column('text', { nullable: true }) callbackUrl!: string | null;
  @Column(instantColumn({ default: () => 'now()' })) createdAt!: Instant;
}

/** A token that was used; it is good for one call only. */
@Entity('border_token')
@Index('border_token_expires_at', ['expiresAt'])
export class BorderToken {
  @PrimaryColumn('uuid') clientId!: string;
  @PrimaryColumn('text') jti!: string;
  /** Until then the token could be played again. Wall clock. */
  @Column(instantColumn()) expiresAt!: Instant;
}
