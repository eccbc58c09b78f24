import type { Instant } from '#kernel';
import { bigintColumn, instantColumn, inStates, notInStates } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { toPostStates, type BondState, emptyStates } from '../domain/bond.lifecycle.ts';

/** The security for one case; its money is in the ledger under the same id. */
@Entity('bond')
@Unique('bond_case', ['caseId'])
@Unique('bond_direction_used', ['directionId'])
@Index('bond_due', ['postBy'], {
  where: inStates(toPostStates),
})
@Index('bond_by_state', ['state', 'stateSince'])
@Index('bond_to_look_at', ['lookedAt'], {
  where: notInStates(emptyStates),
})
@Index('bond_applicant', ['applicantAccountId'])
@Index('bond_payer', ['payerAccountId'])
export class Bond {
  /** Also the ledger's owner id. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  /** The case's reference, for mail and the processor's page: VB-7K3M-9Q2X. */
  @Column('text') reference!: string;
  @Column('uuid') directionId!: string;
  @Column(bigintColumn()) amountMinor!: bigint;
  @Column('char', { length: 3 }) currency!: string;
  /** Why this amount: that of the direction, which the payer may read here (R8). */
  @Column('text') reasonCode!: string;
  @Column('text') state!: BondState;
  /** Legal clock. */
  @Column(instantColumn()) stateSince!: Instant;
  @Column('integer', { default: 1 }) version!: number;
  @Column(instantColumn()) directedAt!: Instant;
  /** The last moment to post: end of day in the consulate's zone (R9). */
  @Column(instantColumn()) postBy!: Instant;
  /** Who pays, signs and is refunded (R11); the applicant unless another payer is recorded. */
  @Column('uuid') payerAccountId!: string;
  @Column('uuid') payerContactPointId!: string;
  @Column('uuid') applicantAccountId!: string;
  /** When the money was posted in full; null until then. */
  @Column(instantColumn({ nullable: true })) heldAt!: Instant | null;
  /** When the processor was last asked what took its money; the database's, and not read here. */
  @Column(instantColumn({ default: () => 'clock_timestamp()', insert: false, select: false }))
  lookedAt?: Instant;
}
