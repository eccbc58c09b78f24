import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PauseReason } from '../domain/refund-run.ts';

/** How refunds leave: one row for all workers, so that together they keep to the processor's pace. */
@Entity('refund_run')
export class RefundRun {
  @PrimaryColumn('boolean', { default: true }) onlyRow!: true;
  /** Wall clock: the next refund may leave then. */
  @Column(instantColumn()) nextAt!: Instant;
  /** Null while refunds leave. */
  @Column(instantColumn({ nullable: true })) pausedAt!: Instant | null;
  @Column('uuid', { nullable: true }) pausedBy!: string | null;
  @Column('text', { nullable: true }) pauseReason!: PauseReason | null;
}
