import type { Instant } from '#kernel';
import { bigintColumn, inStates, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Factor, Weight } from '../domain/factors.ts';
import type { RulingKind, RulingOutcome } from '../domain/ruling.ts';
import { OPEN_RULINGS, type RulingState } from '../domain/ruling.lifecycle.ts';

/** A decision, the decision on an appeal, or a rescission, by two people (R19, R22, R24). */
@Entity('breach_ruling')
@Unique('breach_ruling_decision', ['decisionId'])
@Index('breach_ruling_one_open', ['fileId'], { unique: true, where: inStates(OPEN_RULINGS) })
@Index('breach_ruling_of_file', ['fileId', 'proposedAt'])
@Index('breach_ruling_to_carry_out', ['stateSince'], { where: `state = 'approved'` })
export class BreachRuling {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') fileId!: string;
  @Column('text') kind!: RulingKind;
  @Column('text') outcome!: RulingOutcome;
  /** What goes back to the payer, in minor units. */
  @Column(bigintColumn()) refundMinor!: bigint;
  /** What becomes the state's once the breach is final. */
  @Column(bigintColumn()) forfeitMinor!: bigint;
  @Column('char', { length: 3 }) currency!: string;
  @Column('boolean') byPost!: boolean;
  @Column('bytea') reasonsSealed!: Buffer;
  /** The ledger's decision of the same two people; null where no money moves. */
  @Column('uuid', { nullable: true }) decisionId!: string | null;
  /** The ledger's reserve of the part to be forfeited, once carried out. */
  @Column('integer', { nullable: true }) forfeitSeq!: number | null;
  @Column('text', { default: 'proposed' }) state!: RulingState;
  /** Legal clock. */
  @Column(instantColumn()) stateSince!: Instant;
  @Column('integer', { default: 1 }) version!: number;
  @Column('uuid') proposedBy!: string;
  @Column(instantColumn()) proposedAt!: Instant;
  /** The second person, who approved or declined it. */
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) declineReason!: string | null;
}

/** Whether one ground is established, and why. */
@Entity('breach_finding')
export class BreachFinding {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'breach_finding_key' }) rulingId!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'breach_finding_key' }) groundId!: string;
  @Column('boolean') isEstablished!: boolean;
  @Column('bytea') reasonsSealed!: Buffer;
}

/** How one factor weighs (R18). */
@Entity('breach_factor')
export class BreachFactor {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'breach_factor_key' }) rulingId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'breach_factor_key' }) factor!: Factor;
  @Column('text') weighs!: Weight;
  @Column('bytea') noteSealed!: Buffer;
}
