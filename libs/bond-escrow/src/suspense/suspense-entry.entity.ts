import type { Instant } from '#kernel';
import { bigintColumn, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { NotForBond } from '../domain/decide-payment.ts';

/** Why a payment, or a part of it, went to suspense. Written once; the ledger knows what became of it. */
@Entity('suspense_entry')
@Index('suspense_entry_bond', ['bondId'])
export class SuspenseEntry {
  @PrimaryColumn('uuid') receivedPaymentId!: string;
  @Column('text') why!: NotForBond;
  /** The bond it came for or names; null when it names none of ours. */
  @Column('uuid', { nullable: true }) bondId!: string | null;
  /** All that arrived. */
  @Column(bigintColumn()) receivedMinor!: bigint;
  /** What of it went to suspense. */
  @Column(bigintColumn()) amountMinor!: bigint;
  @Column('char', { length: 3 }) currency!: string;
  /** When the processor received it. */
  @Column(instantColumn()) arrivedAt!: Instant;
}
