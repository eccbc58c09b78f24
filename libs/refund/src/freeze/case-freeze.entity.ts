import type { Instant } from '#kernel';
import { inStates, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import {
  IN_FORCE_STATES,
  type FreezeReason,
  type FreezeState,
  type LiftReason,
} from '../domain/freeze.lifecycle.ts';

/** An officer's or a bank's word that a case must stand still, and what two people said of it later. */
@Entity('case_freeze')
@Index('case_freeze_one_of_reason', ['caseId', 'reasonCode'], {
  unique: true,
  where: inStates(IN_FORCE_STATES),
})
@Index('case_freeze_in_force', ['placedAt', 'id'], { where: inStates(IN_FORCE_STATES) })
@Index('case_freeze_case', ['caseId'])
@Unique('case_freeze_of_warning', ['processorWarningId'])
export class CaseFreeze {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') reference!: string;
  @Column('text') reasonCode!: FreezeReason;
  /** Null where a bank's warning placed it. */
  @Column('uuid', { nullable: true }) placedBy!: string | null;
  /** The warning at the processor (issfr_…); null where an officer placed it. */
  @Column('text', { nullable: true }) processorWarningId!: string | null;
  /** Legal clock. */
  @Column(instantColumn()) placedAt!: Instant;
  @Column('text', { default: 'in_force' }) state!: FreezeState;
  @Column(instantColumn()) stateSince!: Instant;
  @Column('integer', { default: 1 }) version!: number;
  /** Why it may go on; null unless somebody proposes it or it is lifted. */
  @Column('text', { nullable: true }) liftReason!: LiftReason | null;
  @Column('uuid', { nullable: true }) proposedBy!: string | null;
  /** The second person; null until they agree. */
  @Column('uuid', { nullable: true }) approvedBy!: string | null;
}
