import type { Instant } from '#kernel';
import { inStates, instantColumn } from '#platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import {
  openInvitationStates,
  type PayerInvitationState,
} from '../domain/payer-invitation.lifecycle.ts';

/** Somebody who was asked to pay a bond in the traveller's place, by a link to one address. */
@Entity('payer_invitation')
@Unique('payer_invitation_link', ['linkHash'])
@Index('payer_invitation_one_open', ['bondId'], {
  unique: true,
  where: inStates(openInvitationStates),
})
@Index('payer_invitation_of_bond', ['bondId', 'askedAt'])
@Index('payer_invitation_payer', ['payerAccountId'], { where: 'payer_account_id is not null' })
@Index('payer_invitation_open', ['expiresAt', 'id'], { where: "state = 'sent'" })
export class PayerInvitation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') bondId!: string;
  /** The bond's, who asks. */
  @Column('uuid') applicantAccountId!: string;
  @Column('text', { default: 'sent' }) state!: PayerInvitationState;
  /** Legal clock. */
  @Column(instantColumn()) stateSince!: Instant;
  @Column('integer', { default: 1 }) version!: number;
  @Column(instantColumn()) askedAt!: Instant;
  /** Legal clock: until then the link can be used, fourteen days at most. */
  @Column(instantColumn()) expiresAt!: Instant;
  /** Keyed digest of the secret in the link, which is kept nowhere. */
  @Column('bytea') linkHash!: Buffer;
  /** Of the address that was asked: only an account of that address may accept. */
  @Column('bytea') emailToken!: Buffer;
  /** The address, sealed with the applicant's key. */
  @Column('bytea') emailSealed!: Buffer;
  /** Where the link was sent to, in the language that the applicant chose. */
  @Column('uuid') contactPointId!: string;
  /** Where the applicant is told what becomes of it: the case's. */
  @Column('uuid') applicantContactPointId!: string;
  /** The traveller. */
  @Column('uuid') personId!: string;
  /** As the applicant agreed to have it shown, sealed with the traveller's key. */
  @Column('bytea') travellerNameSealed!: Buffer;
  /** Who took the bond on; null until somebody does. */
  @Column('uuid', { nullable: true }) payerAccountId!: string | null;
  /** Under which name, sealed with the payer's key. */
  @Column('bytea', { nullable: true }) payerNameSealed!: Buffer | null;
}
