import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DocumentBasis } from '../domain/case-document.ts';

/** That an officer has confirmed a travel document for the traveller of a case (R32). */
@Entity('case_document')
@Index('case_document_of_case', ['caseId'])
@Index('case_document_live', ['documentId', 'caseId'], {
  unique: true,
  where: 'released_at is null',
})
@Index('case_document_passport', ['caseId'], {
  unique: true,
  where: "released_at is null and basis = 'passport'",
})
export class CaseDocument {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid') documentId!: string;
  @Column('text') basis!: DocumentBasis;
  /** Why it was renewed, or why it was taken from whom it was confirmed for before. */
  @Column('text', { nullable: true }) reasonCode!: string | null;
  @Column('uuid') confirmedBy!: string;
  @Column(instantColumn()) confirmedAt!: Instant;
  /** Since when it counts no more. */
  @Column(instantColumn({ nullable: true })) releasedAt!: Instant | null;
  /** State in which the case ended, or `reassigned`. */
  @Column('text', { nullable: true }) releaseReason!: string | null;
}
