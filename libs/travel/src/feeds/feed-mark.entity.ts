import type { Instant, PlainDate } from '#kernel';
import { dayColumn, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { MarkKind } from '../domain/feed-mark.ts';
import type { ProofFault } from '../domain/proof.ts';
import type { FeedReceiptItem } from './feed-receipt.ts';

/** One call of a border system with marks, kept with the answer it got. Never changed. */
@Entity('feed_report')
@Unique('feed_report_key', ['clientId', 'idempotencyKey'])
@Index('feed_report_of_client', ['clientId', 'receivedAt'])
export class FeedReport {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') clientId!: string;
  @Column('text') idempotencyKey!: string;
  /** What the client signed for this call, used once. */
  @Column('text') token!: string;
  /** The exact body that the token is for. It names ports and days, and nobody. */
  @Column('bytea') body!: Buffer;
  /** Legal clock. */
  @Column(instantColumn()) receivedAt!: Instant;
  /** Wall clock, by the database itself: the token must have been good then. */
  @Column(instantColumn({ insert: false, update: false })) arrivedAt!: Instant;
  @Column('jsonb') receipt!: FeedReceiptItem[];
}

/** That a port's records are complete through a day, as one border system states it. */
@Entity('feed_mark')
@Index('feed_mark_of_report', ['reportId'])
@Index('feed_mark_unproved', ['receivedAt'], { where: 'proof is null' })
export class FeedMark {
  @PrimaryColumn('uuid') clientId!: string;
  @PrimaryColumn('text') portCode!: string;
  /** Counts what this system states of this port: the last one holds. */
  @PrimaryColumn('integer') seq!: number;
  @Column('uuid') reportId!: string;
  /** A day in the port's zone, inclusive. */
  @Column(dayColumn()) completeThrough!: PlainDate;
  @Column('text') kind!: MarkKind;
  @Column(instantColumn()) receivedAt!: Instant;
  /** What the worker found of its signature, once; null until then. Only `proved` ones count. */
  @Column('text', { nullable: true }) proof!: 'proved' | ProofFault | null;
}
