import type { Instant } from '#kernel';
import { bigintColumn, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DirectionState } from '../domain/direction.lifecycle.ts';

/** An officer's wish that a bond of this amount be posted (R4, R7). */
@Entity('bond_direction')
@Index('bond_direction_one_proposed', ['caseId'], {
  unique: true,
  where: "state = 'proposed'",
})
@Index('bond_direction_case', ['caseId'])
@Index('bond_direction_superseded_once', ['supersedes'], {
  unique: true,
  where: "state <> 'declined'",
})
export class BondDirection {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  @Column(bigintColumn()) amountMinor!: bigint;
  @Column('char', { length: 3 }) currency!: string;
  /** 'default', or why another tier was chosen (R8). */
  @Column('text') reasonCode!: string;
  /** True below the default tier (R8). */
  @Column('boolean') needsSecondPerson!: boolean;
  @Column('text') state!: DirectionState;
  @Column('uuid') proposedBy!: string;
  @Column(instantColumn()) proposedAt!: Instant;
  /** The second person; null where none was needed. */
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column(instantColumn({ nullable: true })) decidedAt!: Instant | null;
  @Column('text', { nullable: true }) declineReason!: string | null;
  /** The direction in whose place it comes; null for the first one of a bond. */
  @Column('uuid', { nullable: true }) supersedes!: string | null;
  @Column('text', { nullable: true }) correctionReason!: string | null;
}
