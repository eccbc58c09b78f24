// Bonds on their way back, and money that left by another way.
import { money, mustBeOk } from '#kernel';
import { Database, systemCtx, type Tx } from '#platform';
import { Disbursements, DisbursementSender, RefundFactHandler, RefundQueries } from '#refund';
import { Settlements, Settling, Visas, type RefundTracker } from '#refund';
import type { Somebody } from '../signed-in.ts';
import { BondSide, type OpenedBond, type TestBond } from './bonds.ts';

/** Cancelled, and promised to its payer in whole. */
export const PROMISED = { state: 'cancelled', held: '1000000', reserved: '1000000' };
/** Returned in whole. */
export const RETURNED = { state: 'closed', held: '0', reserved: '0' };

export abstract class RefundSide extends BondSide {
  private treasurers?: Promise<readonly [Somebody, Somebody]>;

  /** Two people of the treasury. */
  treasury(): Promise<readonly [Somebody, Somebody]> {
    this.treasurers ??= Promise.all([this.anOfficer(), this.anOfficer()]);
    return this.treasurers;
  }

  send(disbursementId: string): Promise<void> {
    return this.worker.get(DisbursementSender).send(disbursementId);
  }

  /** One of the treasury lets a disbursement leave. */
  async approveDisbursement(id: string, by?: Somebody) {
    const who = by ?? (await this.treasury())[0];
    return this.asOfficer(who, (tx) => this.officer.get(Disbursements).approve(tx, id));
  }

  /** The disbursement that failed, and the one after it that waits for the treasury. */
  async aFailedRefund(reason = 'unknown') {
    const made = await this.aBond().cancelled('refundLater');
    await this.send(made.disbursementId);
    const refund = (await this.refundsOf(made.bondId))[0]!.id;
    await this.control(`refunds/${refund}/fail`, { reason });
    await this.news();
    const states = (await this.statesOf(made.bondId)).join();
    if (states !== 'failed,due') throw new Error(states);
    return { ...made, refund, next: await this.openDisbursement(made.bondId) };
  }

  /** What the processor says of a refund, straight to the row. */
  async told(disbursementId: string, id: string, status: 'succeeded' | 'failed'): Promise<void> {
    const row = await this.one<{ version: number; pi: string }>(
      'select version, processor_payment_id as pi from disbursement where id = $1',
      disbursementId,
    );
    const said = { processorRefundId: id, disbursementId, processorPaymentId: row.pi, status };
    const nothingMore = { pendingReason: null, failureReason: null, traceNumber: null };
    const amount = money(1_000_000n, 'USD');
    const fact = { kind: 'refund' as const, amount, ...said, ...nothingMore };
    const handler = this.worker.get(RefundFactHandler);
    const done = await this.byRule((tx) =>
      handler.apply(tx, { ...fact, happenedAt: tx.now }, row.version),
    );
    if (done !== 'applied') throw new Error(JSON.stringify(done));
  }

  /** Those of the first refund first; a bond has a second one when a breach is rescinded. */
  disbursementsOf(bondId: string) {
    return this.rows<{ id: string; attempt: number; state: string; failure_reason: string | null }>(
      `select d.id, d.attempt, d.state, d.failure_reason from disbursement d
       join refund r on r.id = d.refund_id where r.bond_id = $1 order by r.id, d.attempt`,
      bondId,
    );
  }

  async statesOf(bondId: string): Promise<string[]> {
    return (await this.disbursementsOf(bondId)).map((a) => a.state);
  }

  /** Steps of the books for a bond, in order. */
  async bookedOf(bondId: string): Promise<string[]> {
    const steps = await this.rows<{ step: string }>(
      `select phase || ' ' || code as step from ledger.transfer where owner_id = $1 order by seq`,
      bondId,
    );
    return steps.map((t) => t.step);
  }

  async returnedOn(bondId: string): Promise<string | null> {
    const sql = 'select returned_on::text as on from refund where bond_id = $1';
    return (await this.one<{ on: string | null }>(sql, bondId)).on;
  }

  /** As its applicant sees it. */
  trackerOf({
    applicant,
    caseId,
  }: Pick<TestBond, 'applicant' | 'caseId'>): Promise<RefundTracker | null> {
    const read = (tx: Tx) => this.portal.get(RefundQueries).tracker(tx, caseId);
    return this.portal.get(Database).read(applicant.ctx, read);
  }

  /** As the treasury's list has it; undefined where it is not on the list. */
  async refundLine(bondId: string, filter: 'all' | 'problems') {
    const list = (tx: Tx) => this.worker.get(RefundQueries).list(tx, filter);
    const { rows } = await this.worker.get(Database).read(systemCtx('test'), list);
    const { id } = await this.one('select id from refund where bond_id = $1', bondId);
    return rows.find((r) => r.refundId === id);
  }

  /** Somebody refunds a bond's payment in the processor's own dashboard. */
  async refundElsewhere(bondId: string, amount?: number): Promise<string> {
    const what = { payment_intent: await this.paymentOf(bondId) };
    const part: Record<string, string> = amount ? { amount: `${amount}` } : {};
    return (await this.stripe<{ id: string }>('refunds', 'POST', { ...what, ...part })).id;
  }

  /** The payer's bank disputes the payment that posted the bond; returns the dispute's id. */
  async dispute(bondId: string, more: object = {}): Promise<string> {
    const { id } = await this.control(
      `payment_intents/${await this.paymentOf(bondId)}/dispute`,
      more,
    );
    return id;
  }

  becomes(dispute: string, step: 'withdraw' | 'win' | 'lose') {
    return this.control(`disputes/${dispute}/${step}`, {});
  }

  /** The bank whose card posted the bond warns of fraud; returns the warning's id. */
  async warn(bondId: string): Promise<string> {
    const { id } = await this.control(`payment_intents/${await this.paymentOf(bondId)}/warn`, {});
    return id;
  }

  reversalOf(bondId: string) {
    type Reversal = Record<'id' | 'kind' | 'state' | 'money', string>;
    return this.one<Reversal & { outcome: string | null; came_back_to: string | null }>(
      `select id, kind, state, money, outcome, came_back_to from reversal where bond_id = $1
       order by id desc limit 1`,
      bondId,
    );
  }

  async propose(reversalId: string, outcome: string, by?: Somebody) {
    const who = by ?? (await this.treasury())[0];
    const settlements = this.officer.get(Settlements);
    return this.asOfficer(who, (tx) => settlements.propose(tx, reversalId, outcome));
  }

  async approve(reversalId: string, by?: Somebody) {
    const who = by ?? (await this.treasury())[1];
    return this.asOfficer(who, (tx) => this.officer.get(Settlements).approve(tx, reversalId));
  }

  /** Two people of the treasury make that of the newest reversal of the bond. */
  async settled(bondId: string, outcome: string): Promise<void> {
    const { id } = await this.reversalOf(bondId);
    mustBeOk(await this.propose(id, outcome));
    mustBeOk(await this.approve(id));
    await this.worker.get(Settling).settle(id);
    const after = await this.reversalOf(bondId);
    if (after.state !== 'settled' || after.outcome !== outcome) throw new Error(after.state);
  }

  /** As the officer's site issues it: asking what became of the money. */
  issueVisaAsking({ officer, caseId }: TestBond) {
    return this.onCase(officer, caseId, (tx, row) => this.officer.get(Visas).issue(tx, row));
  }

  /** Held, by a second session; the payer of the first, which has expired, can still pay by it. */
  async paidAndLeft(): Promise<OpenedBond & { readonly late: () => Promise<{ id: string }> }> {
    const made = await this.aBond().opened();
    const first = await this.one<{ id: string; session: string }>(
      'select id, session_id as session from payment where bond_id = $1',
      made.bondId,
    );
    await this.stripe(`checkout/sessions/${first.session}/expire`, 'POST');
    await this.news();
    await this.pay(mustBeOk(await this.startPosting(made)).url);
    await this.news();
    const late = () =>
      this.control('payment_intents', {
        ...{ amount: 1_000_000, currency: 'usd', session: first.session },
        metadata: { payment_id: first.id },
      });
    return { ...made, late };
  }

  /** A second payment of a bond that another one has posted: late money of an expired session. */
  async aSurplus(): Promise<OpenedBond & { receivedBy: string }> {
    const { late, ...made } = await this.paidAndLeft();
    return { ...made, receivedBy: (await late()).id };
  }
}
