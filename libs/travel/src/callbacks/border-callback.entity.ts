import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { BorderCallbackState } from '../domain/border-callback.lifecycle.ts';

/** Why a try did not reach the border system; each has a text in both languages. */
export type CallbackFault =
  'unreachable' | 'too_slow' | 'refused' | 'redirected' | 'private_address' | 'no_address';

/** A border system is told at its own address what became of one batch. Wall clock. */
@Entity('border_callback')
@Unique('border_callback_of_batch', ['batchId'])
@Index('border_callback_of_client', ['clientId', 'id'])
@Index('border_callback_waiting', ['nextAt'], { where: "state = 'waiting'" })
export class BorderCallback {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') clientId!: string;
  @Column('uuid') batchId!: string;
  @Column('text', { default: 'waiting' }) state!: BorderCallbackState;
  @Column('integer', { default: 0 }) tries!: number;
  /** Of the last try; null while there was none, and once it was taken. */
  @Column('text', { nullable: true }) fault!: CallbackFault | null;
  /** What the address answered, where it did. */
  @Column('integer', { nullable: true }) status!: number | null;
  @Column(instantColumn({ default: () => 'clock_timestamp()' })) addedAt!: Instant;
  @Column(instantColumn({ nullable: true })) triedAt!: Instant | null;
  /** Not before then. */
  @Column(instantColumn({ default: () => 'clock_timestamp()' })) nextAt!: Instant;
}
