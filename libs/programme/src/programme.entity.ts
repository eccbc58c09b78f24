import type { Instant, PlainDate } from '#kernel';
import { dayColumn, instantColumn } from '#platform';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { ConsulateContact } from './domain/contact.ts';
import type { ProgrammeState, ProgrammeVersionState } from './domain/programme.lifecycle.ts';

/** One state's visa-bond scheme for nationals of another. */
@Entity('programme')
@Unique('programme_id', ['id'])
export class Programme {
  /** Short name in addresses and data: mali-us. */
  @PrimaryColumn('text') code!: string;
  @Column('uuid') id!: string;
  /** ISO 3166 alpha-3. */
  @Column('char', { length: 3 }) issuingState!: string;
  /** ISO 3166 alpha-3; the passport used decides (R2). */
  @Column('char', { length: 3 }) bondedNationality!: string;
  /** ISO 4217. */
  @Column('char', { length: 3 }) currency!: string;
  @Column('text') state!: ProgrammeState;
  @Column(instantColumn()) stateSince!: Instant;
  /** A code of switchReasons. */
  @Column('text') stateReason!: string;
  /** Counts the switches; not the version of the rules. */
  @Column('integer', { default: 1 }) version!: number;
}

/** A rule set with the day from which new cases are opened under it. */
@Entity('programme_version')
@Unique('programme_version_effective_from', ['programmeCode', 'effectiveFrom'])
export class ProgrammeVersion {
  @PrimaryColumn('text') programmeCode!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('text') state!: ProgrammeVersionState;
  @Column(dayColumn()) effectiveFrom!: PlainDate;
  @Column('text') legalReference!: string;
  /** Checked by asRules before use. */
  @Column('jsonb') rules!: object;
}

/** An office of the programme's state. */
@Entity('consulate')
@Unique('consulate_city', ['programmeCode', 'country', 'city'])
export class Consulate {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') programmeCode!: string;
  @Column('text') city!: string;
  /** ISO 3166 alpha-2. */
  @Column('char', { length: 2 }) country!: string;
  /** Its deadlines end with the day in this zone (R9). */
  @Column('text') timeZone!: string;
  /** How it is reached; checked when it is installed. */
  @Column('jsonb', { nullable: true }) contact!: ConsulateContact | null;
}

/** A port of entry and exit while it was on the programme's list (R14). */
@Entity('port')
@Unique('port_listing', ['programmeCode', 'code', 'listedFrom'])
export class Port {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') programmeCode!: string;
  /** IATA code. */
  @Column('text') code!: string;
  @Column('text') name!: string;
  /** Travel dates are days in this zone. */
  @Column('text') timeZone!: string;
  @Column(dayColumn()) listedFrom!: PlainDate;
  /** Last listed day; null while it is listed. */
  @Column(dayColumn({ nullable: true })) listedUntil!: PlainDate | null;
}
