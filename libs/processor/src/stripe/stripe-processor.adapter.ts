import { Config } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { LISTED_TYPES } from '../domain/event-types.ts';
import {
  Processor,
  type CreateRefund,
  type ListEvents,
  type OpenCheckout,
  type Outcome,
  type ProcessorCheckout,
  type ProcessorDispute,
  type ProcessorEvent,
  type ProcessorPayment,
  type ProcessorRefund,
  type SubmitEvidence,
  type UploadEvidence,
} from '../processor.port.ts';
import { toStripe } from './amounts.ts';
import { outcomeOfError, UnexpectedAnswer } from './outcomes.ts';
import { readEvent } from './read-event.ts';
import { mustBe, readCheckout, readDispute, readPayment, readRefund } from './read-objects.ts';
import { stripeClient } from './stripe-client.ts';
import * as disputes from './stripe-disputes.ts';

// Cards only: other methods settle late and cannot be refunded after 180 days.
const METHODS = ['card'] as const;
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
    if (METHODS.some((m) => !made.value.methods.includes(m))) {
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
    // Refused when it is not open any more, for which Stripe has no code: so we look.
    return ended.kind === 'refused' ? this.getCheckout(sessionId) : ended;
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

  override listRefunds(processorPaymentId: string): Promise<Outcome<ProcessorRefund[]>> {
    return asked(async () => {
      const found = await this.pages((page) =>
        this.stripe.refunds.list({ payment_intent: processorPaymentId, ...page }),
      );
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
      payment_intent: p.processorPaymentId,
      amount: sent.amount,
      metadata: { disbursement_id: p.disbursementId, refund_id: p.refundId },
    };
    const idempotencyKey = `disbursement:${p.disbursementId}`;
    return asked(async () =>
      readRefund(await this.stripe.refunds.create(params, { idempotencyKey })),
    );
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

/** The same for the same payment, to the letter: Stripe refuses a key that comes with other words. */
function checkoutParams(p: OpenCheckout): Stripe.Checkout.SessionCreateParams | undefined {
  const price = toStripe(p.amount);
  if (!price) return undefined;
  const metadata = { ...p.metadata, payment_id: p.paymentId };
  return {
    mode: 'payment',
    allowed_payment_method_types: [...METHODS],
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: price.currency,
          unit_amount: price.amount,
          product_data: { name: p.description },
        },
      },
    ],
    client_reference_id: p.paymentId,
    metadata,
    payment_intent_data: { metadata, description: p.description },
    success_url: p.successUrl,
    cancel_url: p.cancelUrl,
    locale: p.locale,
    expires_at: Math.floor(p.expiresAt.epochMilliseconds / 1000),
  };
}

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

function listed<T>(list: Stripe.ApiList<T>): T[] {
  mustBe(list as { object: string; id?: string }, 'list', '');
  return Array.isArray(list.data) ? list.data : fail('a list without rows');
}
