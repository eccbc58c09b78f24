/**
 * One suite of questions for the emulator and, with STRIPE_CONTRACT_KEY set to a test key, for
 * Stripe's own sandbox: what our adapter relies on, asked through the real SDK.
 */
import { test } from '@jest/globals';
import Stripe from 'stripe';

import { CARDS, type CardName } from '../../apps/stripe-emulator/src/payment-methods/cards.ts';
import { aSandbox, type Sandbox } from './support.ts';

const key = process.env['STRIPE_CONTRACT_KEY'];
export const PATIENCE_MS = key ? 60_000 : 5000;

/** What needs days to pass or a payer at a page: Stripe's sandbox is not asked, and says so by name. */
export const atEmulatorOnly = key ? test.skip : test;

export interface Contract {
  stripe: Stripe;
  /** The emulator, when it is the one who is asked. */
  sandbox: Sandbox | undefined;
  /** A paid intent. Stripe's own Checkout needs a browser, so there it is confirmed by API. */
  paid(amount?: number): Promise<Stripe.PaymentIntent>;
  /** The same by a card whose bank complains. */
  complained(card: Complained): Promise<Stripe.PaymentIntent>;
  close(): Promise<void>;
}

type Complained = Extract<CardName, 'disputed' | 'inquired' | 'warned'>;

export async function openContract(): Promise<Contract> {
  if (key && !/^[sr]k_test_/.test(key)) throw new Error('STRIPE_CONTRACT_KEY must be a test key.');
  const sandbox = key ? undefined : await aSandbox();
  const stripe = sandbox?.stripe ?? new Stripe(key ?? '', { maxNetworkRetries: 1 });
  const paidBy = (card: CardName, amount: number) =>
    sandbox
      ? sandbox.paid(card, amount)
      : stripe.paymentIntents.create({
          ...{ amount, currency: 'usd', confirm: true, payment_method: CARDS[card].token },
          automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
          expand: ['latest_charge'],
        });
  return {
    stripe,
    sandbox,
    paid: (amount = 10_000) => paidBy('visa', amount),
    complained: (card) => paidBy(card, 10_000),
    close: async () => sandbox?.close(),
  };
}
