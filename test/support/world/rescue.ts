// Refunds that go to a bank account, for tests: the treasury asks, the payer gives one.
import { Database } from '#platform';
import { mustBeOk } from '#kernel';
import {
  BankReports,
  BankSettling,
  PaymentFiles,
  RescueAccounts,
  RescueAsking,
  RescueProposals,
  RescueQueries,
  RescueSettling,
} from '#refund';
import type { Somebody } from '../signed-in.ts';
import type { TestBond } from './bonds.ts';
import type { World } from './world.ts';

const HOLDER = 'Ada Maria Example';
export const US = {
  kind: 'us' as const,
  ...{ holder: HOLDER, iban: '', routing: '021000021', number: '000123456789' },
};
export const IBAN = {
  kind: 'iban' as const,
  ...{ holder: HOLDER, iban: 'FR14 2004 1010 0505 0001 3M02 606', routing: '', number: '' },
};

export type RescuedBond = TestBond & { refundId: string; next: string };

export class RescueStory {
  private constructor(
    readonly world: World,
    readonly ama: Somebody,
    readonly boubacar: Somebody,
  ) {}

  static async of(world: World): Promise<RescueStory> {
    return new RescueStory(world, ...(await world.treasury()));
  }

  /** Of a bond: its card was closed, and another disbursement waits for the treasury. */
  async failed(): Promise<RescuedBond> {
    const made = await this.world.aFailedRefund('expired_or_canceled_card');
    return { ...made, refundId: await this.refundOf(made.bondId) };
  }

  async refundOf(bondId: string): Promise<string> {
    const sql = 'select id from refund where bond_id = $1';
    return (await this.world.one<{ id: string }>(sql, bondId)).id;
  }

  ask(refundId: string, by = this.ama) {
    return this.world.asOfficer(by, (tx) => this.world.officer.get(RescueAsking).ask(tx, refundId));
  }

  give({ applicant, refundId }: RescuedBond, typed: typeof US | typeof IBAN = US) {
    const accounts = this.world.portal.get(RescueAccounts);
    const account = mustBeOk(accounts.read(typed, 'USD'));
    return this.world.as(this.world.portal, applicant.ctx, (tx) =>
      accounts.give(tx, refundId, account),
    );
  }

  takeBack({ applicant, refundId }: RescuedBond) {
    const accounts = this.world.portal.get(RescueAccounts);
    return this.world.as(this.world.portal, applicant.ctx, (tx) => accounts.takeBack(tx, refundId));
  }

  /** Asked for and given. */
  async given(typed: typeof US | typeof IBAN = US): Promise<RescuedBond> {
    const bond = await this.failed();
    mustBeOk(await this.ask(bond.refundId));
    mustBeOk(await this.give(bond, typed));
    return bond;
  }

  private get proposals(): RescueProposals {
    return this.world.officer.get(RescueProposals);
  }

  propose(refundId: string, by = this.ama) {
    return this.world.asOfficer(by, (tx) => this.proposals.propose(tx, refundId));
  }

  approve(refundId: string, by = this.boubacar) {
    return this.world.asOfficer(by, (tx) => this.proposals.approve(tx, refundId));
  }

  decline(refundId: string, reason: string, by = this.boubacar) {
    return this.world.asOfficer(by, (tx) => this.proposals.decline(tx, refundId, reason));
  }

  askAgain(refundId: string, reason: string, by = this.ama) {
    return this.world.asOfficer(by, (tx) => this.proposals.askAgain(tx, refundId, reason));
  }

  may(refundId: string, by = this.ama) {
    return this.world.asOfficer(by, (tx) => this.proposals.may(tx, refundId));
  }

  /** Given, its 48 hours over, and proposed by one of the treasury. */
  async proposed(by = this.ama, typed: typeof US | typeof IBAN = US): Promise<RescuedBond> {
    const bond = await this.given(typed);
    await this.world.daysLater(2);
    mustBeOk(await this.propose(bond.refundId, by));
    await this.world.daysLater(-2);
    return bond;
  }

  /** Approved by another, and made a disbursement; its id beside. */
  async decided(typed: typeof US | typeof IBAN = US): Promise<RescuedBond & { transfer: string }> {
    const bond = await this.proposed(this.ama, typed);
    await this.world.daysLater(2);
    mustBeOk(await this.approve(bond.refundId));
    await this.settle(bond.refundId);
    await this.world.daysLater(-2);
    return { ...bond, transfer: await this.world.openDisbursement(bond.bondId) };
  }

  async settle(refundId: string): Promise<void> {
    await this.world.worker.get(RescueSettling).settle(await this.idOf(refundId));
  }

  async idOf(refundId: string): Promise<string> {
    const sql = 'select id from rescue where refund_id = $1 order by id desc limit 1';
    return (await this.world.one<{ id: string }>(sql, refundId)).id;
  }

  async refundOfRescue(id: string): Promise<string> {
    const sql = 'select refund_id as refund from rescue where id = $1';
    return (await this.world.one<{ refund: string }>(sql, id)).refund;
  }

  makeFile(currency = 'USD', by = this.ama) {
    const files = this.world.officer.get(PaymentFiles);
    return this.world.asOfficer(by, (tx) => files.make(tx, currency));
  }

  async xmlOf(fileId: string): Promise<string> {
    const files = this.world.officer.get(PaymentFiles);
    const opened = await this.world.asOfficer(this.ama, (tx) => files.open(tx, fileId));
    return opened!.xml;
  }

  /** Approved, and in a file that the bank has. */
  async sent(typed: typeof US | typeof IBAN = US) {
    const bond = await this.decided(typed);
    const file = mustBeOk(await this.makeFile());
    return { ...bond, fileId: file.id };
  }

  applied(reportId: string): Promise<void> {
    return this.world.worker.get(BankSettling).apply(reportId);
  }

  /** The bank answers; the report's id. */
  async told(xml: string, by = this.ama): Promise<string> {
    const reports = this.world.officer.get(BankReports);
    const bytes = Buffer.from(xml);
    const read = mustBeOk(reports.read(bytes));
    return mustBeOk(await this.world.asOfficer(by, (tx) => reports.send(tx, bytes, read))).id;
  }

  /** What became of each entry of a report. */
  async outcomesOf(reportId: string): Promise<(string | null)[]> {
    const rows = await this.world.rows<{ outcome: string | null }>(
      'select outcome from bank_report_entry where report_id = $1 order by nr',
      reportId,
    );
    return rows.map((row) => row.outcome);
  }

  /** The bank answers; what became of each entry. */
  async answered(xml: string, by = this.ama): Promise<(string | null)[]> {
    const id = await this.told(xml, by);
    await this.applied(id);
    await this.applied(id); // may be repeated
    return this.outcomesOf(id);
  }

  sweep(): Promise<number> {
    return this.world.worker.get(RescueSettling).sweep();
  }

  /** As its payer sees it. */
  seen({ applicant, refundId }: RescuedBond) {
    const { portal } = this.world;
    return portal
      .get(Database)
      .read(applicant.ctx, (tx) => portal.get(RescueQueries).open(tx, refundId));
  }

  async stateOf(refundId: string): Promise<string> {
    const sql = 'select state from rescue where refund_id = $1 order by id desc limit 1';
    return (await this.world.one<{ state: string }>(sql, refundId)).state;
  }
}
