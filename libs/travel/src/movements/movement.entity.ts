import type { Instant, PlainDate } from '#kernel';
import { dayColumn, inStates, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { openStates, type MovementKind, type MovementState } from '../domain/movement.lifecycle.ts';
import type { ImportSource } from '../import/movement-import.entity.ts';
import type { ReceiptItem } from './receipt.ts';

/** One call of a border system, kept with the answer it got. */
@Entity('movement_batch')
@Unique('movement_batch_key', ['clientId', 'idempotencyKey'])
@Index('movement_batch_of_client', ['clientId', 'receivedAt'])
export class MovementBatch {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') clientId!: string;
  /** The client's name for this call: the same key and body get the same answer again. */
  @Column('text') idempotencyKey!: string;
  @Column('bytea') bodySha256!: Buffer;
  /** Legal clock. */
  @Column(instantColumn()) receivedAt!: Instant;
  /** Wall clock, by the database itself: the token must have been good then. */
  @Column(instantColumn({ nullable: true, insert: false, update: false }))
  arrivedAt!: Instant | null;
  /** What the client signed for this call, used once. Null in batches older than the proof. */
  @Column('text', { nullable: true }) token!: string | null;
  /** The exact body that the token is for. */
  @Column('bytea', { nullable: true }) bodySealed!: Buffer | null;
  @Column('jsonb', { default: [] }) receipt!: ReceiptItem[];
}

export type MovementSource = 'border' | ImportSource;

/** One border record: admitted, departed or refused entry. */
@Entity('movement')
@Unique('movement_record', ['clientId', 'recordId'])
@Unique('movement_corrected_once', ['clientId', 'corrects'])
@Index('movement_batch_id', ['batchId'])
@Index('movement_of_programme', ['programmeCode', 'recordId'], {
  unique: true,
  where: 'import_id is not null',
})
@Index('movement_of_import', ['importId', 'happenedAt', 'id'], { where: 'import_id is not null' })
@Index('movement_person', ['personId', 'happenedAt'])
@Index('movement_unmatched', ['documentToken'], { where: "state = 'unmatched'" })
@Index('movement_unmatched_traveller', ['travellerToken'], {
  where: "state = 'unmatched' and traveller_token is not null",
})
@Index('movement_unsearched', ['stateSince'], {
  where: "state = 'unmatched' and searched_at is null",
})
@Index('movement_dismissed', ['id'], { where: "state = 'dismissed'" })
@Index('movement_waiting', ['state', 'stateSince'], {
  where: inStates(openStates),
})
export class Movement {
  @PrimaryColumn('uuid') id!: string;
  /** By which way it came: a border system's own record, or brought in by two people. */
  @Column('text', { default: 'border' }) source!: MovementSource;
  /** The call or the import that it came with is also the subject that the document is sealed for. */
  @Column('uuid', { nullable: true }) batchId!: string | null;
  /** The border system; null for what people brought in. */
  @Column('uuid', { nullable: true }) clientId!: string | null;
  /** With what it was brought in; null for a border system's own record. */
  @Column('uuid', { nullable: true }) importId!: string | null;
  /** The programme that it was brought in for; a border system reports for its own. */
  @Column('text', { nullable: true }) programmeCode!: string | null;
  /** The id that the border system, or the post, gave it. */
  @Column('text') recordId!: string;
  /** The earlier record of the same border system that it corrects or deletes (R16). */
  @Column('text', { nullable: true }) corrects!: string | null;
  @Column('text') kind!: MovementKind;
  @Column('text') portCode!: string;
  @Column(instantColumn()) happenedAt!: Instant;
  /** Last authorised day of the stay, inclusive, as the border wrote it (R13). */
  @Column(dayColumn({ nullable: true })) authorisedUntil!: PlainDate | null;
  /** ICAO code of the state that issued the travel document. */
  @Column('text') documentState!: string;
  /** Keyed index of issuing state and number: finds the traveller without opening anything. */
  @Column('bytea') documentToken!: Buffer;
  /** { issuingState, number } */
  @Column('bytea') documentSealed!: Buffer;
  /**
   * Keyed index of the traveller's names and birth, where the record says them: by it a record is found
   * again when somebody of that name is recorded. What is read is always what was signed.
   */
  @Column('bytea', { nullable: true }) travellerToken!: Buffer | null;
  /** Keyed digest of all that was reported: tells a repeat from a record that changed. */
  @Column('bytea') contentToken!: Buffer;
  /** When it was last looked for whom it may mean; null until then. Legal clock. */
  @Column(instantColumn({ nullable: true })) searchedAt!: Instant | null;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('uuid', { nullable: true }) documentId!: string | null;
  @Column('text', { default: 'received' }) state!: MovementState;
  @Column(instantColumn()) stateSince!: Instant;
  @Column('integer', { default: 1 }) version!: number;
}
