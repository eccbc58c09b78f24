import { Accounts, Addresses, Identity } from '#identity';
import { ok, refused, type Result } from '#kernel';
import { actorIdOf, personOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { mayTakeOn, type NotTaken } from '../domain/decide-payer.ts';
import { readPayerName } from '../domain/payer-name.ts';
import { bondAsked, type BondAsked } from './bond-asked.queries.ts';
import { invitationPlace } from './invitation-place.ts';
import type { PayerInvitation } from './payer-invitation.entity.ts';
import { PayerInvitationStore } from './payer-invitation.store.ts';
import { PayerTrail } from './payer-trail.service.ts';
import { SealedInvitations } from './sealed-invitations.service.ts';

export interface Invited {
  readonly invitation: PayerInvitation;
  readonly asked: BondAsked;
  /** Whether the bond may be taken on now, by whoever asks. */
  readonly may: Result<true, NotTaken>;
}

/** The side of whoever was asked to pay: what the link shows, and yes or no to it. */
@Injectable()
export class PayerAcceptance {
  constructor(
    private readonly store: PayerInvitationStore,
    private readonly accounts: Accounts,
    private readonly addresses: Addresses,
    private readonly identity: Identity,
    private readonly sealed: SealedInvitations,
    private readonly trail: PayerTrail,
  ) {}

  /** By the secret of the link. Nobody who comes without one sees anything. */
  async invited(tx: Tx, secret: string): Promise<Result<Invited, NotTaken>> {
    const invitation = await this.byLink(tx, secret);
    if (!invitation) return refused('unknown_link');
    const asked = await bondAsked(tx, invitation.bondId);
    if (!asked) return refused(invitation.state === 'expired' ? 'expired_link' : 'used_link');
    const account = actorIdOf(tx.ctx.actor);
    const may = mayTakeOn({
      ...{ state: invitation.state, expiresAt: invitation.expiresAt, isPaying: asked.isPaying },
      ...{ bondState: asked.state, postBy: asked.clock.postBy, now: tx.now },
      // Before somebody signs in it is not known, and nothing that is theirs is shown.
      isAskedAddress:
        account === null || (await this.addresses.isOf(tx, account, invitation.emailToken)),
    });
    return ok({ invitation, asked, may });
  }

  /** The traveller's name, for the account of the address that was asked: opened, in the trail. */
  travellerName(tx: Tx, { id, personId, travellerNameSealed }: PayerInvitation): Promise<string> {
    return this.identity.open(tx, {
      ...{ subjectId: personId, sealed: travellerNameSealed, purpose: 'asked_to_pay' },
      place: invitationPlace(id, 'traveller_name_sealed'),
    });
  }

  /** Who is signed in becomes the bond's payer, under this name: once, and while nothing is paid. */
  async accept(
    tx: Tx,
    secret: string,
    typedName: string,
  ): Promise<Result<{ reference: string }, NotTaken | 'bad_name'>> {
    const name = readPayerName(typedName);
    if (!name) return refused('bad_name', { field: 'name' });
    const locked = await this.lock(tx, secret);
    if (!locked.ok) return locked;
    const { invitation, asked, may } = locked.value;
    if (!may.ok) return may;
    const payer = await this.accounts.current(tx);
    if (payer?.id !== personOf(tx)) throw new Error('nobody is signed in who could take it on');
    const place = invitationPlace(invitation.id, 'payer_name_sealed');
    await this.store.move(tx, invitation, 'accepted', {
      payerAccountId: payer.id,
      payerNameSealed: await this.identity.seal(tx, payer.id, place, name),
    });
    if (!(await this.store.changePayer(tx, invitation.id))) return refused('money_on_its_way');
    await this.trail.changed(tx, invitation, payer.id);
    await this.trail.tell(tx, 'payer_accepted', asked.reference, invitation);
    return ok({ reference: asked.reference });
  }

  /** Needs no account: whoever has the link may say no to it. */
  async decline(tx: Tx, secret: string): Promise<Result<true, NotTaken>> {
    const locked = await this.lock(tx, secret);
    if (!locked.ok) return locked;
    const { invitation, asked } = locked.value;
    if (invitation.state !== 'sent') return refused('used_link');
    await this.store.move(tx, invitation, 'declined');
    await this.trail.note(tx, invitation, 'payer_refused');
    await this.trail.tell(tx, 'payer_declined', asked.reference, invitation);
    return ok(true);
  }

  private async lock(tx: Tx, secret: string): Promise<Result<Invited, NotTaken>> {
    const row = await this.byLink(tx, secret);
    if (row) await this.store.lock(tx, row.id);
    return this.invited(tx, secret);
  }

  private async byLink(tx: Tx, secret: string): Promise<PayerInvitation | null> {
    const hash = this.sealed.hashOf(secret);
    await this.store.seeByLink(tx, hash);
    return this.store.byLink(tx, hash);
  }
}
