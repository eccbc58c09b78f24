import type { Instant, PlainDate } from '#kernel';
import { dayColumn, inStates, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { HandReason } from '../domain/decide-import.ts';
import type { RowFault, RowRepeat } from '../domain/import-row.ts';
import {
  underWayImportStates,
  type MovementImportState,
} from '../domain/movement-import.lifecycle.ts';
import type { CrossingKind } from '../domain/movement.lifecycle.ts';
import type { Delimiter } from './csv-rows.ts';
import type { FileEncoding } from './lines.ts';

/** Records that a person brings in, and how far the worker has come with them. */
@Entity('movement_import')
@Index('movement_import_digest', ['programmeCode', 'digest'], {
  unique: true,
  where: "state <> 'declined'",
})
@Index('movement_import_sent', ['sentAt', 'id'])
@Index('movement_import_under_way', ['stateSince'], { where: inStates(underWayImportStates) })
@Index('movement_import_checked', ['stateSince'], { where: "state = 'checked'" })
export class MovementImport {
  /** Also the subject that the file, the proof and the records' documents are sealed for. */
  @PrimaryColumn('uuid') id!: string;
  @Column('text') programmeCode!: string;
  /** A file, or one record typed in by hand, which is kept as a file of one row. */
  @Column('text') source!: ImportSource;
  @Column('text') form!: 'csv' | 'manifest';
  @Column('text') encoding!: FileEncoding;
  @Column('text', { nullable: true }) delimiter!: Delimiter | null;
  /** Of the file. */
  @Column('integer') bytes!: number;
  /** Keyed; the same file has the same. */
  @Column('bytea') digest!: Buffer;
  /** Why it was typed in; null for a file. */
  @Column('text', { nullable: true }) reason!: HandReason | null;
  /** What proves a record that was typed in. */
  @Column('text', { nullable: true }) proofType!: string | null;
  @Column('integer', { nullable: true }) proofBytes!: number | null;
  @Column('integer', { nullable: true }) proofPages!: number | null;
  @Column('text', { nullable: true }) proofScan!: string | null;
  @Column('uuid') sentBy!: string;
  /** Legal clock. */
  @Column(instantColumn()) sentAt!: Instant;
  /** Who confirmed or declined it. */
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text') state!: MovementImportState;
  @Column(instantColumn()) stateSince!: Instant;
  @Column('integer', { default: 1 }) version!: number;

  /** Reading it through: lines and bytes that are done, written with what they came to. */
  @Column('integer', { default: 0 }) linesChecked!: number;
  @Column('integer', { default: 0 }) bytesChecked!: number;
  @Column('integer', { default: 0 }) accepted!: number;
  @Column('integer', { default: 0 }) duplicates!: number;
  @Column('integer', { default: 0 }) refused!: number;
  /** Accepted rows whose document somebody here holds. */
  @Column('integer', { default: 0 }) matched!: number;

  /** Bringing it in: the same. */
  @Column('integer', { default: 0 }) linesLoaded!: number;
  @Column('integer', { default: 0 }) bytesLoaded!: number;
  @Column('integer', { default: 0 }) loaded!: number;
}
export type ImportSource = 'file' | 'hand';

/** Content, sealed in parts: the file, and what proves a record that was typed in. */
@Entity('movement_import_part')
export class MovementImportPart {
  @PrimaryColumn('uuid') importId!: string;
  @PrimaryColumn('text') content!: ImportContent;
  /** From 0. */
  @PrimaryColumn('integer') part!: number;
  @Column('bytea') sealed!: Buffer;
}
export type ImportContent = 'file' | 'proof';

/** A row that becomes no record. */
@Entity('movement_import_problem')
export class MovementImportProblem {
  @PrimaryColumn('uuid') importId!: string;
  @PrimaryColumn('integer') line!: number;
  /** The post's id of the record; null when it could not be read. */
  @Column('text', { nullable: true }) recordId!: string | null;
  @Column('text') reason!: RowFault | RowRepeat;
}

/** A row whose traveller is known, and what would follow from it as things stand. */
@Entity('movement_import_match')
export class MovementImportMatch {
  @PrimaryColumn('uuid') importId!: string;
  @PrimaryColumn('integer') line!: number;
  @Column('uuid') personId!: string;
  @Column('uuid') documentId!: string;
  @Column('text') kind!: CrossingKind;
  @Column('text') portCode!: string;
  @Column(instantColumn()) happenedAt!: Instant;
  @Column(dayColumn({ nullable: true })) authorisedUntil!: PlainDate | null;
  /** Null until it was looked at, and where there were too many to look at each. */
  @Column('text', { nullable: true }) outcome!: ImportOutcome | null;
  /** By which rule, or why not: a code. */
  @Column('text', { nullable: true }) why!: string | null;
  /** The case that it is about. */
  @Column('text', { nullable: true }) reference!: string | null;
}

/** What a record would bring about: the bond is returned, a stay begins, a person looks, nothing. */
export type ImportOutcome = 'cancel' | 'admit' | 'refer' | 'desk' | 'nothing';
