// Bonds asked, signed, paid, held and returned. The doors are those that pages and jobs use.
import { Bonds, Directions, Posting, Undertakings } from '#bond-escrow';
import { mustBeOk, paymentWays, type PaymentWay } from '#kernel';
import type { CardName } from '../../../apps/stripe-emulator/src/payment-methods/cards.ts';
import { BorderSide } from './border.ts';
import type { CaseWish, TestCase } from './cases.ts';

export const DEFAULT_TIER = 1_000_000n;
export const LOWER_TIER = 500_000n;

export interface TestBond extends TestCase {
  readonly bondId: string;
}
/** `url` is the processor's page on which it can be paid. */
export type OpenedBond = TestBond & { readonly url: string };

export abstract class BondSide extends BorderSide {
  /** The officer asks for an amount that nobody else has to approve. */
  async direct(
    { officer, caseId }: Pick<TestCase, 'officer' | 'caseId'>,
    amountMinor = DEFAULT_TIER,
  ): Promise<string> {
    const directed = mustBeOk(
      await this.onCase(officer, caseId, (tx, row) =>
        this.officer.get(Directions).direct(tx, row, { amountMinor }),
      ),
    );
    if (!('bondId' in directed)) throw new Error('this tier waits for a second person');
    return directed.bondId;
  }

  /** The payer reads the undertaking and signs it. */
  sign({ bondId, applicant }: Pick<TestBond, 'bondId' | 'applicant'>, signerName = 'ada  example') {
    const undertakings = this.portal.get(Undertakings);
    return this.as(this.portal, applicant.ctx, async (tx) => {
      const bond = (await this.portal.get(Bonds).find(tx, bondId))!;
      const { texts } = await undertakings.contract(tx, bond);
      return undertakings.sign(tx, {
        ...{ bondId, signerName, language: 'en', address: '192.0.2.7' },
        textSha256: texts.en.textSha256,
      });
    });
  }

  /** The payer presses "Pay". */
  startPosting(
    { applicant, bondId, reference }: Pick<TestBond, 'applicant' | 'bondId' | 'reference'>,
    portal = this.portal,
    way: PaymentWay = 'card',
  ) {
    return portal.get(Posting).start({
      ...{ ctx: applicant.ctx, bondId, language: 'en', way, ways: paymentWays },
      returnUrl: `http://localhost:3000/cases/${reference}?paid`,
      cancelUrl: `http://localhost:3000/cases/${reference}`,
    });
  }

  /** What the books hold for an owner; null when they have never heard of it. */
  async heldFor(ownerId: string): Promise<bigint | null> {
    const sql = 'select held from ledger.account where owner_id = $1';
    const [row] = await this.rows<{ held: string }>(sql, ownerId);
    return row ? BigInt(row.held) : null;
  }

  /** Bond, case and books beside each other. */
  bondOf(bondId: string) {
    type Standing = Record<'state' | 'case_state' | 'held' | 'reserved' | 'borne', string>;
    return this.one<Standing>(
      `select b.state, c.state as case_state, l.held, l.reserved, l.borne from bond b
       join visa_case c on c.id = b.case_id join ledger.bond l on l.owner_id = b.id where b.id = $1`,
      bondId,
    );
  }

  /** The disbursement of a bond that was tried last. */
  async openDisbursement(bondId: string): Promise<string> {
    const { id } = await this.one<{ id: string }>(
      `select d.id from disbursement d join refund r on r.id = d.refund_id
       where r.bond_id = $1 order by d.attempt desc limit 1`,
      bondId,
    );
    return id;
  }

  aBond(wish: CaseWish & { amountMinor?: bigint } = {}): BondBuilder {
    return new BondBuilder(this, wish);
  }
}

/** Each verb does what comes before it as well. */
export class BondBuilder {
  constructor(
    private readonly world: BondSide,
    private readonly wish: CaseWish & { readonly amountMinor?: bigint },
  ) {}

  async directed(): Promise<TestBond> {
    const made = await this.world.aCase(this.wish).underReview();
    return { ...made, bondId: await this.world.direct(made, this.wish.amountMinor) };
  }

  async signed(): Promise<TestBond> {
    const made = await this.directed();
    mustBeOk(await this.world.sign(made));
    return made;
  }

  /** The payer is on the processor's page. */
  async opened(way: PaymentWay = 'card'): Promise<OpenedBond> {
    const made = await this.signed();
    return { ...made, url: mustBeOk(await this.world.startPosting(made, undefined, way)).url };
  }

  /** The payer has paid; we have not heard of it. */
  async paid(card?: CardName): Promise<OpenedBond> {
    const made = await this.opened();
    await this.world.pay(made.url, card);
    return made;
  }

  async held(card?: CardName): Promise<TestBond> {
    const made = await this.paid(card);
    await this.world.news();
    const state = await this.world.stateOf('bond', made.bondId);
    if (state !== 'held') throw new Error(`the bond is ${state}`);
    return made;
  }

  /** Held by a bank transfer, of which so much is too much. */
  async heldByTransfer(surplus = 0): Promise<TestBond> {
    const made = await this.opened('bank_transfer');
    await this.world.choosesTransfer(made.url);
    await this.world.news();
    const { customer } = await this.world.one<{ customer: string }>(
      'select processor_customer_id as customer from payment where bond_id = $1',
      made.bondId,
    );
    await this.world.sends(customer, Number(this.wish.amountMinor ?? DEFAULT_TIER) + surplus);
    await this.world.news();
    return made;
  }

  /** Held, and the visa issued: the traveller may come. */
  async withVisa(card?: CardName): Promise<TestBond> {
    const made = await this.held(card);
    await this.world.issueVisa(made);
    return made;
  }

  /** In and out in time: the bond is cancelled, its refund approved and not sent yet. */
  async cancelled(card?: CardName): Promise<TestBond & { readonly disbursementId: string }> {
    const made = await this.withVisa(card);
    const { world } = this;
    await world.crossed(world.record('admitted', made), world.record('departed', made));
    return { ...made, disbursementId: await world.openDisbursement(made.bondId) };
  }
}
