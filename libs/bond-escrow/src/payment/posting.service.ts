import { money, ok, refused, type PaymentWay, type Result } from '#kernel';
import { actorIdOf, Database, newId, systemCtx, type Ctx, type Tx } from '#platform';
import { Processor, type Outcome, type ProcessorCheckout } from '#processor';
import { Injectable, Logger } from '@nestjs/common';
import type { Bond } from '../bond/bond.entity.ts';
import { BondStore } from '../bond/bond.store.ts';
import { postingClockOf } from '../bond/posting-clock.queries.ts';
import { decidePosting, isTransferAwaited, type PostingRefusal } from '../domain/decide-posting.ts';
import { UndertakingStore } from '../undertaking/undertaking.store.ts';
import { OpenSessions } from './open-sessions.service.ts';
import type { Payment } from './payment.entity.ts';
import { PaymentStore } from './payment.store.ts';
import { SessionResults } from './session-results.service.ts';

export interface StartPosting {
  readonly ctx: Ctx;
  readonly bondId: string;
  readonly way: PaymentWay;
  /** What the programme lets this bond be paid by: `waysOffered`. */
  readonly ways: readonly PaymentWay[];
  /** Where the processor sends the payer back to, having paid or having given up. */
  readonly returnUrl: string;
  readonly cancelUrl: string;
  readonly language: 'en' | 'fr';
}

export type StartRefusal = PostingRefusal | 'processor_unavailable';

/** What is to be asked of the processor: all of it is in the row, so it is the same each time. */
type Step = { readonly url: string } | { readonly ask: Payment; readonly bond: Bond };

const SWEEP_MAX = 50;
// Each may take as long as the processor's time-out, and other parts of the sweep wait.
const ASK_FOR_MS = 60_000;
// Younger ones are still being asked by the request that made them.
const ANSWER_WITHIN = { minutes: 2 };
const sweepCtx = systemCtx('sweep.payments');

/** The payer begins to pay. Our row is committed before the processor is asked. */
@Injectable()
export class Posting {
  private readonly log = new Logger(Posting.name);

  constructor(
    private readonly database: Database,
    private readonly processor: Processor,
    private readonly bonds: BondStore,
    private readonly payments: PaymentStore,
    private readonly undertakings: UndertakingStore,
    private readonly opened: SessionResults,
    private readonly sessions: OpenSessions,
  ) {}

  /**
   * The address of the processor's page, or the one to return to where its transfer is awaited. Call it
   * outside of any transaction.
   */
  async start(wish: StartPosting): Promise<Result<{ url: string }, StartRefusal>> {
    const step = await this.database.write(wish.ctx, (tx) => this.intend(tx, wish));
    if (!step.ok) return step;
    if ('url' in step.value) return ok({ url: step.value.url });
    const url = await this.ask(wish.ctx, step.value.ask, step.value.bond);
    return url ? ok({ url }) : refused('processor_unavailable');
  }

  /**
   * Finishes what a dead process left: asks again, with the same key and words, for sessions whose
   * answer was not stored, and has those looked up whose end was not told. Returns how many.
   */
  async settleInBetween(): Promise<number> {
    const unanswered = await this.database.read(sweepCtx, (tx) =>
      this.payments.unanswered(tx, tx.now.subtract(ANSWER_WITHIN), SWEEP_MAX),
    );
    return (await this.sessions.lookUpOverdue()) + (await this.askAgain(unanswered));
  }

  /** One that cannot be asked for does not hold up the others; it fails the sweep in the end. */
  private async askAgain(unanswered: readonly Payment[]): Promise<number> {
    const end = Date.now() + ASK_FOR_MS;
    const failures: unknown[] = [];
    let asked = 0;
    for (const payment of unanswered) {
      if (Date.now() > end) break;
      asked++;
      try {
        const find = (tx: Tx) => this.bonds.find(tx, payment.bondId);
        await this.ask(sweepCtx, payment, (await this.database.read(sweepCtx, find))!);
      } catch (e) {
        failures.push(e);
      }
    }
    if (failures.length) throw failures[0];
    return asked;
  }

  private async intend(tx: Tx, wish: StartPosting): Promise<Result<Step, PostingRefusal>> {
    // The portal cannot lock a bond that is held or over, but can see it.
    const bond =
      (await this.bonds.lock(tx, wish.bondId)) ?? (await this.bonds.find(tx, wish.bondId));
    if (!bond) return refused('wrong_state', { state: 'unknown' });
    // Who signs, pays and is refunded is one person (R11).
    if (actorIdOf(tx.ctx.actor) !== bond.payerAccountId) {
      return refused('wrong_state', { state: 'not_the_payer' });
    }
    const payments = await this.payments.ofBond(tx, bond.id);
    const { postBy } = await postingClockOf(tx, bond);
    const decision = decidePosting({
      bondState: bond.state,
      postBy,
      signed: await this.undertakings.isSigned(tx, bond),
      way: wish.way,
      ways: wish.ways,
      payments,
      now: tx.now,
    });
    if (!decision.ok) return decision;
    const d = decision.value;
    if (d.kind === 'reuse') return ok({ url: d.url });
    if (d.kind === 'transfer_awaited') return ok({ url: wish.returnUrl });
    if (d.kind === 'resume') {
      return ok({ ask: payments.find((p) => p.id === d.paymentId)!, bond });
    }
    const ask = newPayment(tx, bond, wish, d.expiresAt);
    await this.payments.insert(tx, ask);
    // One page to pay at: an earlier one may be open for minutes yet.
    await this.sessions.end(tx, ...payments.filter((payment) => !isTransferAwaited(payment)));
    return ok({ ask, bond });
  }

  /** Between two transactions: the request may be lost before or after its effect. */
  private async ask(ctx: Ctx, payment: Payment, bond: Bond): Promise<string | null> {
    const answer = await this.open(ctx, payment, bond);
    if (answer.kind !== 'done') {
      this.log.warn(
        `payment ${payment.id}: ${answer.kind === 'refused' ? answer.code : answer.reason}`,
      );
    }
    return this.database.write(ctx, (tx) => this.opened.store(tx, payment, answer));
  }

  private async open(ctx: Ctx, payment: Payment, bond: Bond): Promise<Outcome<ProcessorCheckout>> {
    const customer = await this.customerFor(ctx, payment);
    if (customer.kind !== 'done') return customer;
    return this.processor.openCheckout({
      paymentId: payment.id,
      way: payment.way,
      customerId: customer.value,
      amount: money(payment.amountMinor, payment.currency),
      description: `Visa bond ${bond.reference}`,
      successUrl: payment.returnUrl,
      cancelUrl: payment.cancelUrl,
      locale: payment.language,
      expiresAt: payment.sessionExpiresAt,
      metadata: { bond_id: bond.id },
    });
  }

  /**
   * A transfer goes to an account, and each payment has its own: what comes there is this payment's,
   * whenever it comes. It is kept before the page is asked for.
   */
  private async customerFor(ctx: Ctx, payment: Payment): Promise<Outcome<string | null>> {
    const known = payment.processorCustomerId;
    if (known || payment.way !== 'bank_transfer') return { kind: 'done', value: known };
    const { id: paymentId, language } = payment;
    const made = await this.processor.createCustomer({ paymentId, language });
    if (made.kind !== 'done') return made;
    await this.database.write(ctx, (tx) => this.opened.storeCustomer(tx, payment, made.value.id));
    return { kind: 'done', value: made.value.id };
  }
}

const newPayment = (
  tx: Tx,
  bond: Bond,
  { way, returnUrl, cancelUrl, language }: StartPosting,
  sessionExpiresAt: Payment['sessionExpiresAt'],
): Payment => ({
  id: newId(),
  bondId: bond.id,
  state: 'created',
  stateSince: tx.now,
  version: 1,
  way,
  amountMinor: bond.amountMinor,
  currency: bond.currency,
  returnUrl,
  cancelUrl,
  language,
  sessionExpiresAt,
  sessionId: null,
  sessionUrl: null,
  processorCustomerId: null,
  transferUrl: null,
  arrivedMinor: null,
  lookedAt: null,
  processorPaymentId: null,
  chargeId: null,
  declineCode: null,
  receivedPaymentId: null,
  method: null,
  refundableUntil: null,
  cardExpiresOn: null,
  applicantAccountId: bond.applicantAccountId,
  createdAt: tx.now,
});
