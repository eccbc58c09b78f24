import type { PlainDate } from '#kernel';
import { dayColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { PaperKind } from '../domain/papers.ts';

/** A paper that was issued, by its code. Only added: what was handed out once stays real. */
@Entity('paper')
@Unique('paper_code_once', ['code'])
@Index('paper_of_subject', ['subjectId', 'kind', 'id'])
export class Paper {
  @PrimaryColumn('uuid') id!: string;
  /** Twelve signs without groups. */
  @Column('text') code!: string;
  @Column('text') kind!: PaperKind;
  /** The bond that is asked for or was received, the ruling, or the undertaking. */
  @Column('uuid') subjectId!: string;
  @Column('uuid') caseId!: string;
  @Column('text') programmeCode!: string;
  /** Legal clock, in the consulate's zone: the date that stands on the paper. */
  @Column(dayColumn()) issuedOn!: PlainDate;
}
