import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RevocationReason, RevocationState } from '../domain/revocation.lifecycle.ts';

/** An officer's wish that a visa be cancelled before it is used, and the second person's answer. */
@Entity('visa_revocation')
@Index('visa_revocation_one_proposed', ['caseId'], { unique: true, where: "state = 'proposed'" })
@Index('visa_revocation_case', ['caseId'])
@Index('visa_revocation_waiting', ['proposedAt', 'id'], { where: "state = 'proposed'" })
export class Revocation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') reference!: string;
  @Column('text') reasonCode!: RevocationReason;
  @Column('text') state!: RevocationState;
  @Column('uuid') proposedBy!: string;
  /** Legal clock. */
  @Column(instantColumn()) proposedAt!: Instant;
  /** The second person, or the first one who took it back. */
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column(instantColumn({ nullable: true })) decidedAt!: Instant | null;
}
