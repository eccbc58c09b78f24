import { Addresses } from '#identity';
import { refused, ok, type Result } from '#kernel';
import type { Language } from '#notification';
import { actorIdOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Bond } from '../bond/bond.entity.ts';
import { BondStore } from '../bond/bond.store.ts';
import { postingClockOf } from '../bond/posting-clock.queries.ts';
import { mayAskPayer, type NotAskable } from '../domain/decide-payer.ts';
import { OpenSessions } from '../payment/open-sessions.service.ts';
import { PaymentStore } from '../payment/payment.store.ts';
import type { PayerInvitation } from './payer-invitation.entity.ts';
import { PayerInvitationStore } from './payer-invitation.store.ts';
import { PayerTrail } from './payer-trail.service.ts';
import { SealedInvitations } from './sealed-invitations.service.ts';

export interface PayerWish {
  readonly bondId: string;
  /** As it was typed. */
  readonly email: string;
  /** In which the payer is written to until they have an account. */
  readonly language: Language;
}
export type NotAsked = NotAskable | 'bad_email';

/** The applicant asks somebody else to pay. */
@Injectable()
export class PayerInvitations {
  constructor(
    private readonly store: PayerInvitationStore,
    private readonly bonds: BondStore,
    private readonly payments: PaymentStore,
    private readonly sessions: OpenSessions,
    private readonly addresses: Addresses,
    private readonly sealed: SealedInvitations,
    private readonly trail: PayerTrail,
  ) {}

  /** Sends the link. A page to pay that the applicant has open is closed. */
  async ask(tx: Tx, wish: PayerWish): Promise<Result<PayerInvitation, NotAsked>> {
    const bond = await this.bonds.lock(tx, wish.bondId);
    const actor = actorIdOf(tx.ctx.actor);
    if (bond?.applicantAccountId !== actor) return refused('wrong_state', { state: 'unknown' });
    const address = this.addresses.read(wish.email);
    if (!address.ok) return refused('bad_email', { field: 'email' });
    const { email, token } = address.value;
    const may = await this.may(tx, bond, token);
    if (!may.ok) return may;
    await this.sessions.endAllOf(tx, bond.id);
    const { secret, linkHash } = this.sealed.newSecret();
    const made = { emailToken: token, linkHash, expiresAt: may.value };
    const row = await this.sealed.make(tx, bond, { ...wish, email }, made);
    await this.store.insert(tx, row);
    await this.trail.note(tx, row, 'payer_asked');
    await this.trail.ask(tx, bond, row, secret);
    return ok(row);
  }

  private async may(tx: Tx, bond: Bond, token: Buffer) {
    const earlier = await this.store.ofBond(tx, bond.id);
    const payments = await this.payments.standingOf(tx, [bond.id]);
    const { postBy } = await postingClockOf(tx, bond);
    return mayAskPayer({
      ...{ bondState: bond.state, postBy, now: tx.now },
      paymentStates: payments.map(({ state }) => state),
      isOwnAddress: await this.addresses.isOf(tx, bond.applicantAccountId, token),
      earlier: earlier.map(({ state }) => state),
    });
  }
}
