import type { Instant, PlainDate } from '#kernel';
import { dayColumn, instantColumn } from '#platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../account/account.entity.ts';

/** Who somebody is, apart from any case. */
@Entity('person')
@Index('person_details', ['accountId', 'detailsToken'])
@Index('person_of_details', ['detailsToken'])
export class Person {
  /** Also the subject whose key seals everything about this person. */
  @PrimaryColumn('uuid') id!: string;
  /** Who looks after this person's applications; not necessarily the person. */
  @ForeignKey(() => Account, { name: 'person_account' })
  @Column('uuid')
  accountId!: string;
  /** Keyed token of name, birthday and nationality: knows the same person with a new passport. */
  @Column('bytea') detailsToken!: Buffer;
  /** PersonDetails as JSON, sealed for (person, details_sealed, id). */
  @Column('bytea') detailsSealed!: Buffer;
  @Column(instantColumn({ default: () => 'clock_timestamp()' })) createdAt!: Instant;
}

/**
 * A passport as somebody stated it. A person may hold several over time, and several persons may
 * claim one number: it is whose an officer has confirmed (R32).
 */
@Entity('travel_document')
@Unique('travel_document_once', ['personId', 'numberToken'])
@Index('travel_document_number', ['numberToken'])
@Index('travel_document_confirmed', ['numberToken'], {
  unique: true,
  where: 'confirmed_at is not null',
})
export class TravelDocument {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => Person, { name: 'travel_document_person' })
  @Column('uuid')
  personId!: string;
  @ForeignKey(() => Account, { name: 'travel_document_account' })
  @Column('uuid')
  accountId!: string;
  /** ISO 3166 alpha-3. */
  @Column('char', { length: 3 }) issuingState!: string;
  /** Keyed token of state and number: how a border record finds its traveller. */
  @Column('bytea') numberToken!: Buffer;
  /** DocumentDetails as JSON, sealed with the person's key for (travel_document, sealed, id). */
  @Column('bytea') sealed!: Buffer;
  @Column(dayColumn()) expiresOn!: PlainDate;
  /** Since when an officer's word makes it this person's; null for a mere claim. */
  @Column(instantColumn({ nullable: true })) confirmedAt!: Instant | null;
  @Column(instantColumn({ default: () => 'clock_timestamp()' })) createdAt!: Instant;
}
