import { CaseQueries } from '#application';
import { fullName, Identity } from '#identity';
import { actorIdOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Bond } from '../bond/bond.entity.ts';
import { invitationPlace } from './invitation-place.ts';
import type { PayerInvitation } from './payer-invitation.entity.ts';
import { PayerInvitationStore } from './payer-invitation.store.ts';

/** Whom the applicant asked to pay, as the applicant is shown it. */
export interface AskedPayer {
  readonly invitation: PayerInvitation;
  /** The address that was asked. */
  readonly email: string;
}

type Parties = Pick<Bond, 'id' | 'caseId' | 'payerAccountId' | 'applicantAccountId'>;

/** Who pays a bond and for whom. Names are opened, in the trail: needs a writing transaction. */
@Injectable()
export class Payers {
  constructor(
    private readonly store: PayerInvitationStore,
    private readonly cases: CaseQueries,
    private readonly identity: Identity,
  ) {}

  /** The name under which the payer signs: the traveller's, or that of who took the bond on (R11). */
  async nameOf(tx: Tx, bond: Parties, purpose: string): Promise<string> {
    if (bond.payerAccountId === bond.applicantAccountId) return this.ofTraveller(tx, bond, purpose);
    const row = await this.store.openOf(tx, bond.id);
    const { payerAccountId: subjectId, payerNameSealed: sealed } = row ?? {};
    if (!row || !subjectId || !sealed) throw new Error('a payer who never took the bond on');
    const place = invitationPlace(row.id, 'payer_name_sealed');
    return this.identity.open(tx, { subjectId, place, sealed, purpose });
  }

  /** For whom the bond is, as far as its payer may know it. */
  async travellerOf(tx: Tx, bond: Parties, purpose: string): Promise<string> {
    if (bond.applicantAccountId === actorIdOf(tx.ctx.actor)) {
      return this.ofTraveller(tx, bond, purpose);
    }
    const row = await this.store.openOf(tx, bond.id);
    if (!row) throw new Error('a payer who never took the bond on');
    const { id, personId: subjectId, travellerNameSealed: sealed } = row;
    const place = invitationPlace(id, 'traveller_name_sealed');
    return this.identity.open(tx, { subjectId, place, sealed, purpose });
  }

  /** Who was asked and has not said no; null where the applicant pays. For the applicant. */
  async asked(tx: Tx, bond: Parties): Promise<AskedPayer | null> {
    const row = await this.store.openOf(tx, bond.id);
    return row && this.addressOf(tx, row);
  }

  /** The last of those who were asked and do not pay; null where nobody was. */
  async lastAsked(tx: Tx, bond: Parties): Promise<PayerInvitation | null> {
    return (await this.store.ofBond(tx, bond.id))[0] ?? null;
  }

  private async addressOf(tx: Tx, invitation: PayerInvitation): Promise<AskedPayer> {
    const { id, applicantAccountId: subjectId, emailSealed: sealed } = invitation;
    const place = invitationPlace(id, 'email_sealed');
    const opening = { subjectId, place, sealed, purpose: 'asked_payer' };
    return { invitation, email: await this.identity.open(tx, opening) };
  }

  private async ofTraveller(tx: Tx, bond: Parties, purpose: string): Promise<string> {
    const row = await this.cases.byId(tx, bond.caseId);
    if (!row?.personId) throw new Error('a bond whose case or traveller is not visible');
    return fullName(await this.identity.person(tx, row.personId, purpose));
  }
}
