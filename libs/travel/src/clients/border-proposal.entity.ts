import type { Instant } from '#kernel';
import { instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { BorderProposalState } from '../domain/border-proposal.lifecycle.ts';
import type { PublicJwk } from './public-key.ts';

const proposed = { unique: true, where: "state = 'proposed'" };

/** An administrator's wish that a border system be let in, get one more key or be told, and the answer. */
@Entity('border_proposal')
@Index('border_proposal_one_of_client', ['clientId'], proposed)
@Index('border_proposal_one_of_key', ['kid'], proposed)
export class BorderProposal {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: 'register' | 'add_key' | 'set_callback';
  /** Whose id it will be, or whose key or address it is. */
  @Column('uuid') clientId!: string;
  // What the border system will be; null with a key for one that there is.
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { nullable: true }) programmeCode!: string | null;
  @Column('text', { array: true, nullable: true }) ports!: string[] | null;
  // The key; null with an address.
  @Column('text', { nullable: true }) kid!: string | null;
  @Column('jsonb', { nullable: true }) publicJwk!: PublicJwk | null;
  /** The address; null with a key. */
  @Column('text', { nullable: true }) callbackUrl!: string | null;
  @Column('text') state!: BorderProposalState;
  @Column('uuid') proposedBy!: string;
  /** Legal clock. */
  @Column(instantColumn()) proposedAt!: Instant;
  /** The second person, or the first one who took it back. */
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column(instantColumn({ nullable: true })) decidedAt!: Instant | null;
}
