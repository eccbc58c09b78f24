import type { Instant, PlainDate } from '#kernel';
import { dayColumn, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That a traveller without a departure record is asked for proof, and until when (R16). */
@Entity('evidence_request')
@Index('evidence_request_open', ['bondId'], { unique: true, where: 'ended_at is null' })
@Index('evidence_request_of_case', ['caseId'])
@Index('evidence_request_due', ['programmeCode', 'answerOn', 'id'], {
  where: 'ended_at is null and answered_at is null',
})
export class EvidenceRequest {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') bondId!: string;
  @Column('text') programmeCode!: string;
  @Column('uuid') applicantAccountId!: string;
  @Column('uuid') payerAccountId!: string;
  /** From this day on there is no record of a departure. */
  @Column(dayColumn()) silentFrom!: PlainDate;
  /** The consulate's: its steps are days there (R31). */
  @Column('text') zone!: string;
  /** The last day to answer, inclusive. */
  @Column(dayColumn()) answerOn!: PlainDate;
  /** Legal clock. */
  @Column(instantColumn()) requestedAt!: Instant;
  /** Since when officers have the answer: the clock stands still (R31). Null while it runs. */
  @Column(instantColumn({ nullable: true })) answeredAt!: Instant | null;
  @Column(instantColumn({ nullable: true })) endedAt!: Instant | null;
  /** How it ended: by a border record, by proof, with a person, or with the stay itself. */
  @Column('text', { nullable: true }) outcome!:
    'departed' | 'proved' | 'referred' | 'extended' | 'died' | null;
}
