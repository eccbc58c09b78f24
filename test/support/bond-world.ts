// Bonds asked, signed, paid and held, and the visas given for them. Builders use the doors that pages
// and jobs use.
import { Applying, Cases, Reviewing } from '#application';
import { BondQueries, Directions, Posting, Undertakings } from '#bond-escrow';
import { mustBeOk } from '#kernel';
import { Database } from '#platform';
import { declaration, reviewed, somebody, type Somebody } from './application-world.ts';
import { CARDS, type CardName } from '../../apps/stripe-emulator/src/behaviour/cards.ts';
import { MoneyWorld } from './money-world.ts';

export interface Posted {
  readonly caseId: string;
  readonly reference: string;
  readonly bondId: string;
  readonly applicant: Somebody;
  readonly passport: { readonly issuingState: string; readonly number: string };
  /** The processor's page on which the bond can be paid. */
  readonly payUrl: string;
}

export abstract class BondWorld extends MoneyWorld {
  consulateId!: string;
  officerOnDuty!: Somebody;

  /** Directed, signed, and with a session open at the processor. */
  async aBondToPay(by?: Somebody): Promise<Posted> {
    const { portal, officer } = this.apps;
    const applicant = by ?? (await somebody(this.db, 'applicant'));
    const declared = declaration();
    const opened = await portal.get(Database).write(applicant.ctx, async (tx) => {
      const { accountId, contactPointId } = applicant;
      const made = mustBeOk(
        await portal.get(Applying).open(tx, {
          ...{ accountId, contactPointId, programmeCode: 'mali-us', language: 'en' },
          consulateId: this.consulateId,
        }),
      );
      mustBeOk(await portal.get(Applying).submit(tx, made.id, declared));
      return made;
    });
    const duty = this.officerOnDuty.ctx;
    const directed = await officer.get(Database).write(duty, async (tx) => {
      const row = await reviewed(officer, tx, opened.id);
      const wish = { amountMinor: 1_000_000n };
      return mustBeOk(await officer.get(Directions).direct(tx, row, wish));
    });
    if (!('bondId' in directed)) throw new Error('the default amount needed a second person');
    const { bondId } = directed;
    const passport = declared.document;
    const posted = { caseId: opened.id, reference: opened.reference, bondId, applicant, passport };
    return { ...posted, payUrl: await this.signAndStartPaying(posted) };
  }

  /** The payer signs what is asked now, and a session is opened at the processor. */
  async signAndStartPaying(posted: Omit<Posted, 'payUrl'>): Promise<string> {
    const { applicant, bondId } = posted;
    const { portal } = this.apps;
    await portal.get(Database).write(applicant.ctx, async (tx) => {
      const view = await portal.get(BondQueries).one(tx, bondId);
      const signing = { bondId, language: 'en' } as const;
      const { payerName, texts } = await portal.get(Undertakings).contract(tx, view!.bond);
      const typed = { signerName: payerName, textSha256: texts.en.textSha256 };
      const signed = { ...signing, ...typed, address: '203.0.113.7' };
      mustBeOk(await portal.get(Undertakings).sign(tx, signed));
    });
    return this.startPaying(posted);
  }

  async startPaying({ bondId, applicant }: Omit<Posted, 'payUrl'>): Promise<string> {
    const started = await this.apps.portal.get(Posting).start({
      ...{ ctx: applicant.ctx, bondId, language: 'en' },
      returnUrl: 'http://localhost:3000/back',
      cancelUrl: 'http://localhost:3000/cancel',
    });
    return mustBeOk(started).url;
  }

  /** The payer fills in the processor's page. */
  async pay(payUrl: string, card: CardName = 'visa'): Promise<void> {
    const typed = {
      ...{ email: 'ada@example.org', name: 'Ada Example', number: CARDS[card].number },
      ...{ expiry: '12 / 34', cvc: '123' },
    };
    const answer = await fetch(payUrl, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(typed),
    });
    if (answer.status !== 303) throw new Error(`not paid: ${answer.status}`);
  }

  async aHeldBond(card: CardName = 'visa'): Promise<Posted> {
    const posted = await this.aBondToPay();
    await this.pay(posted.payUrl, card);
    await this.news();
    return posted;
  }

  /** A second payment of a bond that another one has posted: late money of an expired session. */
  async aSurplus(): Promise<Posted & { receivedBy: string }> {
    const posted = await this.aBondToPay();
    const first = await this.one<{ id: string; session: string }>(
      'select id, session_id as session from payment where bond_id = $1',
      posted.bondId,
    );
    await this.stripe(`checkout/sessions/${first.session}/expire`, 'POST');
    await this.news();
    await this.pay(await this.startPaying(posted));
    await this.news();
    const late = await this.control<{ id: string }>('payment_intents', {
      ...{ amount: 1_000_000, currency: 'usd', session: first.session },
      metadata: { payment_id: first.id },
    });
    return { ...posted, receivedBy: late.id };
  }

  /** Held, and the visa issued: the traveller may come. */
  async aVisa(card: CardName = 'visa'): Promise<Posted> {
    return this.aVisaFor(await this.aHeldBond(card));
  }

  /** The next journey of somebody who may have had others. */
  async aVisaOf(applicant: Somebody): Promise<Posted> {
    const posted = await this.aBondToPay(applicant);
    await this.pay(posted.payUrl);
    await this.news();
    return this.aVisaFor(posted);
  }

  async aVisaFor(posted: Posted): Promise<Posted> {
    const { officer } = this.apps;
    await officer
      .get(Database)
      .write(this.officerOnDuty.ctx, async (tx) =>
        mustBeOk(
          await officer
            .get(Reviewing)
            .issueVisa(tx, await officer.get(Cases).lock(tx, posted.caseId)),
        ),
      );
    return posted;
  }
}
