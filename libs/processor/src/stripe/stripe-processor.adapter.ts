import type { Instant } from '#kernel';
import { Config } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { LISTED_TYPES } from '../domain/event-types.ts';
import {
  Processor,
  type CreateRefund,
  type ListEvents,
  type ListMovements,
  type NewCustomer,
  type OpenCheckout,
  type Outcome,
  type ProcessorCash,
  type ProcessorCheckout,
  type ProcessorDispute,
  type ProcessorEvent,
  type ProcessorPayment,
  type ProcessorRefund,
  type SubmitEvidence,
  type UploadEvidence,
} from '../processor.port.ts';
import { toStripe } from './amounts.ts';
import { checkoutParams, METHOD } from './checkout-params.ts';
import { outcomeOfError, UnexpectedAnswer } from './outcomes.ts';
import { readEvent } from './read-event.ts';
import {
  mustBe,
  readCashMovement,
  readCheckout,
  readDispute,
  readPayment,
  readRefund,
} from './read-objects.ts';
import * as balance from './stripe-balance.ts';
import { listed } from './stripe-balance.ts';
import { stripeClient } from './stripe-client.ts';
import * as disputes from './stripe-disputes.ts';

const BALANCE = 'latest_charge.balance_transaction';
const WITH_PAYMENT = [`payment_intent.${BALANCE}`] as const;
const PAGE = 100;
const PAGES_MAX = 50;

/** The processor is Stripe, or the emulator that speaks its language. */
@Injectable()
export class StripeProcessor extends Processor {
  private readonly stripe: Stripe;

  constructor(@Inject(Config) config: Config) {
    super();
    this.stripe = stripeClient(config);
  }

  override createCustomer({ paymentId, language }: NewCustomer): Promise<Outcome<{ id: string }>> {
    const params = { metadata: { payment_id: paymentId }, preferred_locales: [language] };
    const idempotencyKey = `customer:${paymentId}`;
    return asked(async () => {
      const made = await this.stripe.customers.create(params, { idempotencyKey });
      return { id: mustBe(made, 'customer', 'cus_').id };
    });
  }

  override getCash(customerId: string): Promise<Outcome<ProcessorCash>> {
    return asked(async () => {
      const found = await this.pages((page) =>
        this.stripe.customers.listCashBalanceTransactions(customerId, page),
      );
      return { customerId, movements: found.map(readCashMovement) };
    });
  }

  override async openCheckout(p: OpenCheckout): Promise<Outcome<ProcessorCheckout>> {
    const params = checkoutParams(p);
    if (!params) return { kind: 'refused', code: 'amount_not_possible', retryWithNewKey: false };
    const idempotencyKey = `payment:${p.paymentId}`;
    const made = await asked(async () => {
      const raw = await this.stripe.checkout.sessions.create(params, { idempotencyKey });
      return { session: readCheckout(raw), methods: raw.payment_method_types };
    });
    if (made.kind !== 'done') return made;
    // Stripe leaves out silently what does not fit the currency or amount.
    if (!made.value.methods.includes(METHOD[p.way])) {
      // Nobody is told its address; should this fail, it ends by itself.
      await this.expireCheckout(made.value.session.id);
      return { kind: 'refused', code: 'method_not_offered', retryWithNewKey: false };
    }
    return { kind: 'done', value: made.value.session };
  }

  override getCheckout(sessionId: string): Promise<Outcome<ProcessorCheckout>> {
    return asked(async () =>
      readCheckout(
        await this.stripe.checkout.sessions.retrieve(sessionId, { expand: [...WITH_PAYMENT] }),
      ),
    );
  }

  override async expireCheckout(sessionId: string): Promise<Outcome<ProcessorCheckout>> {
    const ended = await asked(async () =>
      readCheckout(
        await this.stripe.checkout.sessions.expire(sessionId, { expand: [...WITH_PAYMENT] }),
      ),
    );
    if (ended.kind !== 'refused') return ended;
    // Refused when it is not open any more, for which Stripe has no code: so we look.
    const found = await this.getCheckout(sessionId);
    const waiting = found.kind === 'done' && found.value.payment?.transfer && found.value.payment;
    if (!waiting) return found;
    const stopped = await asked(() => this.stripe.paymentIntents.cancel(waiting.id));
    return stopped.kind === 'done' ? this.getCheckout(sessionId) : stopped;
  }

  override findCheckouts(processorPaymentId: string): Promise<Outcome<ProcessorCheckout[]>> {
    return asked(async () => {
      const list = await this.stripe.checkout.sessions.list({
        payment_intent: processorPaymentId,
        limit: 10,
        expand: [`data.payment_intent.${BALANCE}`],
      });
      return listed(list).map(readCheckout);
    });
  }

  override getPayment(processorPaymentId: string): Promise<Outcome<ProcessorPayment>> {
    return asked(async () =>
      readPayment(
        await this.stripe.paymentIntents.retrieve(processorPaymentId, { expand: [BALANCE] }),
      ),
    );
  }

  override getRefund(processorRefundId: string): Promise<Outcome<ProcessorRefund>> {
    return asked(async () => readRefund(await this.stripe.refunds.retrieve(processorRefundId)));
  }

  override listRefunds(id: string, since?: Instant): Promise<Outcome<ProcessorRefund[]>> {
    // Stripe lists none by customer.
    const from = since && Math.floor(since.epochMilliseconds / 1000);
    const which = isCustomer(id)
      ? { ...(from !== undefined && { created: { gte: from } }) }
      : { payment_intent: id };
    return asked(async () => {
      const found = await this.pages((page) => this.stripe.refunds.list({ ...which, ...page }));
      return found.map(readRefund);
    });
  }

  override getDispute(processorDisputeId: string): Promise<Outcome<ProcessorDispute>> {
    return asked(async () => readDispute(await this.stripe.disputes.retrieve(processorDisputeId)));
  }

  override listDisputes(processorPaymentId: string): Promise<Outcome<ProcessorDispute[]>> {
    return asked(async () => {
      const found = await this.pages((page) =>
        this.stripe.disputes.list({ payment_intent: processorPaymentId, ...page }),
      );
      return found.map(readDispute);
    });
  }

  override uploadEvidence(p: UploadEvidence) {
    return asked(() => disputes.uploadEvidence(this.stripe, p));
  }

  override submitEvidence(p: SubmitEvidence) {
    return asked(() => disputes.submitEvidence(this.stripe, p));
  }

  override acceptDispute(p: Pick<SubmitEvidence, 'answerId' | 'processorDisputeId'>) {
    return asked(() => disputes.acceptDispute(this.stripe, p));
  }

  override getWarning(processorWarningId: string) {
    return asked(() => disputes.getWarning(this.stripe, processorWarningId));
  }

  override async createRefund(p: CreateRefund): Promise<Outcome<ProcessorRefund>> {
    const sent = toStripe(p.amount);
    if (!sent) return { kind: 'refused', code: 'amount_not_possible', retryWithNewKey: false };
    // No reason is given: "fraudulent" would block the payer's card, and none of the others is ours.
    const params: Stripe.RefundCreateParams = {
      ...(isCustomer(p.processorPaymentId)
        ? { origin: 'customer_balance', customer: p.processorPaymentId, currency: sent.currency }
        : { payment_intent: p.processorPaymentId }),
      amount: sent.amount,
      metadata: { disbursement_id: p.disbursementId, refund_id: p.refundId },
    };
    const idempotencyKey = `disbursement:${p.disbursementId}`;
    return asked(async () =>
      readRefund(await this.stripe.refunds.create(params, { idempotencyKey })),
    );
  }

  override getBalance() {
    return asked(() => balance.getBalance(this.stripe));
  }

  override listMovements(p: ListMovements) {
    return asked(() => balance.listMovements(this.stripe, { ...p, limit: PAGE }));
  }

  override listEvents({ since, undelivered }: ListEvents): Promise<Outcome<ProcessorEvent[]>> {
    const filter: Stripe.EventListParams = {
      types: [...LISTED_TYPES],
      created: { gte: Math.floor(since.epochMilliseconds / 1000) },
      ...(undelivered && { delivery_success: false }),
    };
    return asked(async () => {
      const found = await this.pages((page) => this.stripe.events.list({ ...filter, ...page }));
      return found.map((e) => readEvent(e) ?? fail('an event that is none'));
    });
  }

  /** All pages, with an end: a list that never ends must not hold a worker for ever. */
  private async pages<T extends { id: string }>(
    get: (page: { limit: number; starting_after?: string }) => Promise<Stripe.ApiList<T>>,
  ): Promise<T[]> {
    const found: T[] = [];
    for (let pages = 0; pages < PAGES_MAX; pages++) {
      const last = found.at(-1)?.id;
      const list = await get({ limit: PAGE, ...(last && { starting_after: last }) });
      found.push(...listed(list));
      if (!list.has_more) return found;
    }
    throw new UnexpectedAnswer(`more than ${PAGES_MAX * PAGE} rows`);
  }
}

const isCustomer = (id: string): boolean => id.startsWith('cus_');

async function asked<T>(call: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { kind: 'done', value: await call() };
  } catch (e) {
    return outcomeOfError(e);
  }
}

const fail = (what: string): never => {
  throw new UnexpectedAnswer(what);
};
