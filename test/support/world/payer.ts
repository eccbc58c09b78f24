// An applicant who pays his own bond, page by page, in a browser without a screen.
import { Reviewing } from '#application';
import { mustBeOk, type PaymentWay } from '#kernel';
import type { CardName } from '../../../apps/stripe-emulator/src/payment-methods/cards.ts';
import { aTraveller } from '../traveller.ts';
import { submitCase, type Answer, type Visitor } from './sites.ts';
import type { World } from './world.ts';

let hosts = 0;

export class Payer {
  private constructor(
    readonly world: World,
    readonly visitor: Visitor,
    readonly reference: string,
    readonly caseId: string,
    readonly passport: { issuingState: string; number: string },
  ) {}

  /** With a case that the consulate has. */
  static async submitted(world: World): Promise<Payer> {
    const visitor = await world.visitor('portal', `198.51.100.${++hosts}`);
    await visitor.signUp();
    const traveller = aTraveller();
    const reference = await submitCase(visitor, traveller);
    const { id } = await world.one<{ id: string }>(
      'select id from visa_case where reference = $1',
      reference,
    );
    const passport = { issuingState: 'USA', number: traveller.number };
    return new Payer(world, visitor, reference, id, passport);
  }

  /** Asked for a bond. */
  static async directed(world: World): Promise<Payer> {
    const payer = await Payer.submitted(world);
    await payer.reviewed();
    await payer.directed();
    return payer;
  }

  static async signed(world: World): Promise<Payer> {
    const payer = await Payer.directed(world);
    const { to } = await payer.signs();
    if (to !== `${payer.bond}?signed=1`) throw new Error(`not signed: ${to}`);
    return payer;
  }

  static async held(world: World, card: CardName = 'visa'): Promise<Payer> {
    const payer = await Payer.signed(world);
    await world.pay(await payer.opensPayment(), card);
    await world.news();
    return payer;
  }

  get home(): string {
    return `/cases/${this.reference}`;
  }

  get bond(): string {
    return `${this.home}/bond`;
  }

  bondRow(): Promise<{ id: string; state: string }> {
    return this.world.one('select id, state from bond where case_id = $1', this.caseId);
  }

  /** What the case's page says, in English. */
  async reads(path = ''): Promise<string> {
    return (await this.visitor.get(`${this.home}${path}`)).words;
  }

  private get decided() {
    return { officer: this.world.staff, caseId: this.caseId };
  }

  async reviewed(): Promise<void> {
    await this.world.review(this.decided);
  }

  async directed(): Promise<void> {
    await this.world.direct(this.decided);
  }

  async refused(reason: string): Promise<void> {
    const { officer, staff } = this.world;
    mustBeOk(
      await this.world.onCase(staff, this.caseId, (tx, row) =>
        officer.get(Reviewing).refuse(tx, row, reason),
      ),
    );
  }

  visaIssued(): Promise<void> {
    return this.world.issueVisa(this.decided);
  }

  /** Signs the undertaking as it is shown; `more` is typed in other ways. */
  signs(more: Record<string, string> = {}): Promise<Answer> {
    const typed = { language: 'en', signerName: 'Ada Maria Example', ...more };
    return this.visitor.signUndertaking(`${this.bond}/undertaking`, typed);
  }

  /** Chooses a way and presses "Continue". */
  pressesPay(way: PaymentWay = 'card'): Promise<Answer> {
    return this.visitor.post(`${this.bond}/pay`, { way }, this.bond);
  }

  /** Where the browser is sent to pay. */
  async opensPayment(way: PaymentWay = 'card'): Promise<string> {
    return (await this.pressesPay(way)).to!;
  }
}
