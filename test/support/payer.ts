// An applicant who pays his own bond, page by page, in a browser without a screen.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Cases, Reviewing, type CaseRow } from '#application';
import { Directions } from '#bond-escrow';
import { mustBeOk } from '#kernel';
import { Database, type Tx } from '#platform';
import { reviewed } from './application-world.ts';
import type { MoneyWorld } from './money-world.ts';
import { submitCase, Visitor, type Answer } from './portal-site.ts';
import { aTraveller } from './traveller.ts';
import type { RefundWorld } from './refund-world.ts';
import type { CardName } from '../../apps/stripe-emulator/src/behaviour/cards.ts';

let hosts = 0;

export class Payer {
  private constructor(
    readonly world: RefundWorld,
    readonly visitor: Visitor,
    readonly reference: string,
    readonly caseId: string,
    readonly passport: { issuingState: string; number: string },
  ) {}

  /** With a case that the consulate has. */
  static async submitted(world: RefundWorld, app: NestFastifyApplication): Promise<Payer> {
    const visitor = new Visitor(app, world.db, `198.51.100.${++hosts}`);
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
  static async directed(world: RefundWorld, app: NestFastifyApplication): Promise<Payer> {
    const payer = await Payer.submitted(world, app);
    await payer.reviewed();
    await payer.directed();
    return payer;
  }

  static async signed(world: RefundWorld, app: NestFastifyApplication): Promise<Payer> {
    const payer = await Payer.directed(world, app);
    const { to } = await payer.signs();
    if (to !== `${payer.bond}?signed=1`) throw new Error(`not signed: ${to}`);
    return payer;
  }

  static async held(world: RefundWorld, app: NestFastifyApplication, card: CardName = 'visa') {
    const payer = await Payer.signed(world, app);
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

  /** Templates of the mails about the case, oldest first. */
  async mails(): Promise<string[]> {
    const rows = await this.world.rows<{ template: string }>(
      `select template from mail where params->>'reference' = $1 order by id`,
      this.reference,
    );
    return rows.map((mail) => mail.template);
  }

  /** What the case's page says, in English. */
  async reads(path = ''): Promise<string> {
    return (await this.visitor.get(`${this.home}${path}`)).words;
  }

  async reviewed(): Promise<void> {
    await this.byOfficer((officer, tx) => reviewed(officer, tx, this.caseId));
  }

  async directed(): Promise<void> {
    const wish = { amountMinor: 1_000_000n };
    await this.byOfficer(async (officer, tx, row) =>
      mustBeOk(await officer.get(Directions).direct(tx, row, wish)),
    );
  }

  async refused(reason: string): Promise<void> {
    await this.byOfficer(async (officer, tx, row) =>
      mustBeOk(await officer.get(Reviewing).refuse(tx, row, reason)),
    );
  }

  async visaIssued(): Promise<void> {
    await this.byOfficer(async (officer, tx, row) =>
      mustBeOk(await officer.get(Reviewing).issueVisa(tx, row)),
    );
  }

  /** Signs the undertaking as it is shown; `more` is typed in other ways. */
  async signs(more: Record<string, string> = {}): Promise<Answer> {
    const at = `${this.bond}/undertaking`;
    const { html } = await this.visitor.get(at);
    const digests = [...html.matchAll(/name="(sha256-\w\w)" value="(\w+)"/g)];
    return this.visitor.post(at, {
      ...Object.fromEntries(digests.map((m) => [m[1]!, m[2]!])),
      ...{ language: 'en', signerName: 'Ada Maria Example', agreed: 'yes', ...more },
    });
  }

  /** Presses "Pay". */
  pressesPay(): Promise<Answer> {
    return this.visitor.post(`${this.bond}/pay`, {}, this.bond);
  }

  /** Where the browser is sent to pay. */
  async opensPayment(): Promise<string> {
    return (await this.pressesPay()).to!;
  }

  private byOfficer<T>(
    work: (officer: MoneyWorld['apps']['officer'], tx: Tx, row: CaseRow) => Promise<T>,
  ): Promise<T> {
    const { officer } = this.world.apps;
    return officer
      .get(Database)
      .write(this.world.officerOnDuty.ctx, async (tx) =>
        work(officer, tx, await officer.get(Cases).lock(tx, this.caseId)),
      );
  }
}
