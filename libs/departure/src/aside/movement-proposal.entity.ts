import type { Instant } from '#kernel';
import { inStates, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AsideKind, DismissDecline, DismissReason } from '../domain/decide-aside.ts';
import {
  openMovementProposalStates,
  type MovementProposalState,
} from '../domain/movement-proposal.lifecycle.ts';

/** What an officer wants done with a record that was set aside, and what another made of it. */
@Entity('movement_proposal')
@Index('movement_proposal_one_open', ['movementId'], {
  unique: true,
  where: inStates(openMovementProposalStates),
})
@Index('movement_proposal_of_movement', ['movementId', 'proposedAt'])
@Index('movement_proposal_open', ['stateSince', 'id'], {
  where: inStates(openMovementProposalStates),
})
export class MovementProposal {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') movementId!: string;
  @Column('text') kind!: AsideKind;
  /** Why it is dismissed; null where the rules look again. */
  @Column('text', { nullable: true }) reasonCode!: DismissReason | null;
  @Column('text', { default: 'proposed' }) state!: MovementProposalState;
  /** Legal clock. */
  @Column(instantColumn()) stateSince!: Instant;
  @Column('integer', { default: 1 }) version!: number;
  @Column('uuid') proposedBy!: string;
  @Column(instantColumn()) proposedAt!: Instant;
  /** The second person; null where one was enough. */
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) declineReason!: DismissDecline | null;
}

/** Who looks after a record that was set aside. */
@Entity('movement_holder')
export class MovementHolder {
  @PrimaryColumn('uuid') movementId!: string;
  /** Null: nobody. */
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column(instantColumn()) since!: Instant;
}
