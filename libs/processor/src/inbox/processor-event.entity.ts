import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { InboxState } from '../domain/inbox.lifecycle.ts';

/** One event of the processor, without its body: that holds personal data and is never needed. */
@Entity('processor_event')
@Index('processor_event_due', ['nextAttemptAt'], { where: "state = 'received'" })
@Index('processor_event_object', ['objectId'])
@Index('processor_event_open', ['state', 'receivedAt'], { where: "state <> 'applied'" })
@Index('processor_event_newest', ['createdAt'], { where: "object_kind <> 'look'" })
export class ProcessorEventEntity {
  /** evt_…, or look:… for a look-up that we asked for ourselves. */
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) type!: string;
  /** What to look up: the payment of a charge, otherwise the event's own object. */
  @Column({ type: 'text', nullable: true }) objectId!: string | null;
  @Column({ type: 'text' }) objectKind!: string;
  /** Our own id from the object's metadata: a hint which row it is about. */
  @Column({ type: 'uuid', nullable: true }) ourId!: string | null;
  @Column({ type: 'text', nullable: true }) apiVersion!: string | null;
  @Column({ type: 'boolean' }) livemode!: boolean;
  /** When the processor made it: whole seconds, so nothing is ordered by it. */
  @Column(instantColumn()) createdAt!: Instant;
  /** SHA-256 of the bytes that were signed; null for what was listed or asked for. */
  @Column({ type: 'bytea', nullable: true }) bodySha256!: Buffer | null;
  @Column(instantColumn({ default: () => 'clock_timestamp()' })) receivedAt!: Instant;
  @Column({ type: 'text', default: 'received' }) state!: InboxState;
  @Column({ type: 'integer', default: 0 }) attempts!: number;
  /** How often a person had it tried again. */
  @Column({ type: 'integer', default: 0 }) askedAgain!: number;
  @Column(instantColumn({ default: () => 'clock_timestamp()' })) nextAttemptAt!: Instant;
  /** A worker has it until then; after that it died, and another one takes over. */
  @Column(instantColumn({ nullable: true })) claimedUntil!: Instant | null;
  @Column(instantColumn({ nullable: true })) processedAt!: Instant | null;
  /** Why it waits, is parked or has failed: a code, never the processor's words. */
  @Column({ type: 'text', nullable: true }) problem!: string | null;
}
