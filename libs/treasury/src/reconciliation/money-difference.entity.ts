import type { Instant } from '#kernel';
import { bigintColumn, inStates, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DifferenceKind, DifferenceSubject } from '../domain/difference.ts';
import { unsettledDifferences, type DifferenceState } from '../domain/difference.lifecycle.ts';

const UNSETTLED = inStates(unsettledDifferences);

/** One thing that the processor and the books count differently, in one currency. */
@Entity('money_difference')
@Index('money_difference_one_open', ['objectId', 'currency'], { unique: true, where: UNSETTLED })
@Index('money_difference_unsettled', ['since', 'id'], { where: UNSETTLED })
@Index('money_difference_confirmed', ['objectId'], { where: 'confirmed_by is not null' })
@Index('money_difference_since', ['since', 'id'])
export class MoneyDifference {
  @PrimaryColumn('uuid') id!: string;
  /** The payment (pi_…), refund, dispute, payout or movement at the processor. */
  @Column('text') objectId!: string;
  @Column('char', { length: 3 }) currency!: string;
  @Column('text') subject!: DifferenceSubject;
  @Column('text') kind!: DifferenceKind;
  /** What the processor lists: below zero for what left, its fee above zero; null where nothing. */
  @Column(bigintColumn({ nullable: true })) movedMinor!: bigint | null;
  @Column(bigintColumn({ nullable: true })) movedFeeMinor!: bigint | null;
  /** What the books have; null where nothing. */
  @Column(bigintColumn({ nullable: true })) bookedMinor!: bigint | null;
  @Column(bigintColumn({ nullable: true })) bookedFeeMinor!: bigint | null;
  /** When the money moved, or was booked where it did not; of the processor's clock. */
  @Column(instantColumn()) since!: Instant;
  /** Legal clock. */
  @Column(instantColumn()) foundAt!: Instant;
  /** When it was last compared; wall clock. */
  @Column(instantColumn()) checkedAt!: Instant;
  /** Who looks after it. */
  @Column('uuid', { nullable: true }) takenBy!: string | null;
  /** Two people of the treasury. */
  @Column('uuid', { nullable: true }) proposedBy!: string | null;
  @Column('uuid', { nullable: true }) confirmedBy!: string | null;
  @Column('text') state!: DifferenceState;
  /** Legal clock. */
  @Column(instantColumn()) stateSince!: Instant;
  @Column('integer', { default: 1 }) version!: number;
}
