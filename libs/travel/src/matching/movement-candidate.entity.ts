import type { Instant } from '#kernel';
import { inStates, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import {
  openCandidateStates,
  type CandidateState,
  type JoinReason,
  type RejectReason,
} from '../domain/candidate.lifecycle.ts';
import type { Likeness } from '../domain/variants.ts';

/** Somebody whose journey a record without a traveller may be, and what people said of it. */
@Entity('movement_candidate')
@Unique('movement_candidate_once', ['movementId', 'documentId'])
@Index('movement_candidate_open', ['foundAt', 'id'], { where: inStates(openCandidateStates) })
@Index('movement_candidate_joined', ['stateSince'], { where: "state = 'joined'" })
export class MovementCandidate {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') movementId!: string;
  @Column('uuid') personId!: string;
  /** The document that an officer has confirmed for the person. */
  @Column('uuid') documentId!: string;
  @Column('text', { array: true }) likenesses!: Likeness[];
  /** Of 100. Orders the list and decides nothing. */
  @Column('integer') score!: number;
  /** Legal clock. */
  @Column(instantColumn()) foundAt!: Instant;
  @Column('text') state!: CandidateState;
  @Column(instantColumn()) stateSince!: Instant;
  @Column('integer', { default: 1 }) version!: number;
  /** Why it was joined or rejected. */
  @Column('text', { nullable: true }) reasonCode!: JoinReason | RejectReason | null;
  /** Who holds that it is this traveller. */
  @Column('uuid', { nullable: true }) proposedBy!: string | null;
  /** The second person, or the one who rejected it. */
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
}
