import { randomBytes } from 'node:crypto';
import { CaseQueries } from '#application';
import { fullName, Identity } from '#identity';
import { Notifications, type Language } from '#notification';
import { newId, Vault, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Bond } from '../bond/bond.entity.ts';
import { invitationPlace } from './invitation-place.ts';
import type { PayerInvitation } from './payer-invitation.entity.ts';

const SECRET_BYTES = 32;

/** New invitations: what they say of people is sealed, and of the link only a digest is kept. */
@Injectable()
export class SealedInvitations {
  constructor(
    private readonly cases: CaseQueries,
    private readonly identity: Identity,
    private readonly notifications: Notifications,
    private readonly vault: Vault,
  ) {}

  /** For the link, and what the database keeps of it. */
  newSecret(): { secret: string; linkHash: Buffer } {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    return { secret, linkHash: this.hashOf(secret) };
  }

  hashOf(secret: string): Buffer {
    return this.vault.token('payer-link', secret);
  }

  async make(
    tx: Tx,
    bond: Bond,
    { email, language }: { readonly email: string; readonly language: Language },
    made: Pick<PayerInvitation, 'emailToken' | 'linkHash' | 'expiresAt'>,
  ): Promise<PayerInvitation> {
    const id = newId();
    const theCase = await this.cases.byId(tx, bond.caseId);
    if (!theCase?.personId) throw new Error('a bond whose case or traveller is not visible');
    const { personId, contactPointId: applicantContactPointId } = theCase;
    const name = fullName(await this.identity.person(tx, personId, 'asking_a_payer'));
    const { applicantAccountId } = bond;
    const seal = (subject: string, column: Parameters<typeof invitationPlace>[1], plain: string) =>
      this.identity.seal(tx, subject, invitationPlace(id, column), plain);
    return {
      ...{ id, bondId: bond.id, applicantAccountId, applicantContactPointId, personId, ...made },
      ...{ state: 'sent', stateSince: tx.now, version: 1, askedAt: tx.now },
      emailSealed: await seal(applicantAccountId, 'email_sealed', email),
      travellerNameSealed: await seal(personId, 'traveller_name_sealed', name),
      contactPointId: await this.notifications.addEmail(tx, {
        ...{ accountId: null, subjectId: id, address: email, language },
      }),
      ...{ payerAccountId: null, payerNameSealed: null },
    };
  }
}
