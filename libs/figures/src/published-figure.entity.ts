import type { Instant, PlainDate } from '#kernel';
import { dayColumn, instantColumn } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

// TypeORM writes a column's type into what it is given, so this comes before what has one.
const KEY = { primaryKeyConstraintName: 'published_figure_key' };

/** What was told of one programme in one quarter. Only added: a figure once told stays as it was. */
@Entity('published_figure')
export class PublishedFigure {
  @PrimaryColumn('text', KEY) programmeCode!: string;
  /** The quarter's first day. */
  @PrimaryColumn({ ...KEY, ...dayColumn(), nullable: false }) quarter!: PlainDate;
  @PrimaryColumn('text', KEY) part!: string;
  @PrimaryColumn('text', KEY) name!: string;
  /** Null where it would tell too much of a few people. */
  @Column('integer', { nullable: true }) value!: number | null;
  /** What the database had learned by then counts; wall clock. */
  @Column(instantColumn()) asOf!: Instant;
}
