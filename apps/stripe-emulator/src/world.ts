import type Stripe from 'stripe';

import { Scheduler } from './state/scheduler.ts';
import { Clock } from './state/clock.ts';
import { Store } from './state/store.ts';

/** Who caused a change: a call of the API, or (null) the processor itself or a payer's page. */
type Cause = { requestId: string; idempotencyKey: string | null } | null;

/** The emulated account: its rows, its clock and what it will do later. */
export interface World {
  readonly store: Store;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly delayMs: number;
  /** Base of Checkout addresses; known once the server listens. */
  publicUrl: string;
  /** Set while a call of the API runs; handlers are synchronous, so calls cannot mix. */
  cause: Cause;
  /** Told of an intent that succeeded or failed, so that its Checkout Session can follow. */
  afterIntent: (intent: Stripe.PaymentIntent) => void;
}

export function newWorld(delayMs: number): World {
  const store = new Store();
  const clock = new Clock();
  const afterIntent = () => {};
  const scheduler = new Scheduler(store, clock);
  return { store, clock, scheduler, delayMs, publicUrl: '', cause: null, afterIntent };
}
