import type { Instant, PlainDate } from '#kernel';
import { dayColumn, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { JourneyCode } from '../domain/explain-record.ts';

/** What the traveller is told of one border record, as it stood when a rule looked. Never changed. */
@Entity('journey_note')
@Index('journey_note_of_case', ['caseId', 'learnedAt'])
@Index('journey_note_of_movement', ['movementId'])
export class JourneyNote {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') applicantAccountId!: string;
  @Column('uuid') movementId!: string;
  /** The record that it takes the place of: of that one nothing is told any more. */
  @Column('uuid', { nullable: true }) replaces!: string | null;
  @Column('text') code!: JourneyCode;
  @Column('text') portCode!: string;
  @Column(dayColumn()) happenedOn!: PlainDate;
  @Column(dayColumn({ nullable: true })) leaveBy!: PlainDate | null;
  /** By the database's own clock: several are told in one transaction, the last holds. */
  @Column(instantColumn({ default: () => 'clock_timestamp()', insert: false })) learnedAt!: Instant;
}
