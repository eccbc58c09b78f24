import { createHmac } from 'node:crypto';

import type { Delivery } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { Chaos } from './chaos.ts';

const MOST_ATTEMPTS = 10;
const MOST_IN_FLIGHT = 16;
/** Older than any receiver tolerates. */
const STALE_SECONDS = 600;
const OLD_VERSION = '2020-08-27';
const TIMEOUT_MS = 10_000;

/** `t=…,v1=…` over the very bytes that are sent. */
function signature(payload: string, secret: string, unixSeconds: number): string {
  const digest = createHmac('sha256', secret).update(`${unixSeconds}.${payload}`).digest('hex');
  return `t=${unixSeconds},v1=${digest}`;
}

/** Sends events to endpoints, apart from the calls that caused them; failures come again, later. */
export class Webhooks {
  readonly chaos = new Chaos();
  readonly #world: World;
  readonly #waiting: string[] = [];
  readonly #inFlight = new Map<string, AbortController>();
  /** One at a time keeps an order. */
  #most = MOST_IN_FLIGHT;
  #stopped = false;

  constructor(world: World) {
    this.#world = world;
    world.scheduler.on('deliver', (delivery) => {
      this.#waiting.push(delivery);
      queueMicrotask(() => this.#pump());
    });
  }

  /** Attempts that a stop or a kill cut off are made again. */
  resume(): void {
    const { store, scheduler } = this.#world;
    const tasks = store.all('emulator.task');
    const planned = new Set(tasks.filter((t) => t.kind === 'deliver').map((t) => t.subject));
    store.transaction(() => {
      for (const { id, state } of store.all('emulator.delivery')) {
        if (state === 'pending' && !planned.has(id)) scheduler.schedule('deliver', id, 0);
      }
    });
  }

  /** Sends an event again to every endpoint it was meant for; returns how many those are. */
  redeliver(eventId: string): number {
    const { store, scheduler } = this.#world;
    const again = store.all('emulator.delivery').filter((row) => row.event === eventId);
    store.transaction(() => again.forEach(({ id }) => scheduler.schedule('deliver', id, 0)));
    return again.length;
  }

  /** What was held is sent, in reverse if it is to come in another order. */
  release(isReversed: boolean): void {
    this.chaos.isHeld = false;
    if (isReversed) {
      this.#waiting.reverse();
      this.#most = 1;
    }
    this.#pump();
  }

  stop(): void {
    this.#stopped = true;
    for (const attempt of this.#inFlight.values()) attempt.abort();
  }

  #pump(): void {
    if (this.chaos.isHeld) return;
    if (!this.#waiting.length) this.#most = MOST_IN_FLIGHT;
    while (!this.#stopped && this.#waiting.length && this.#inFlight.size < this.#most) {
      const id = this.#waiting.shift();
      const delivery = id && this.#world.store.get('emulator.delivery', id);
      if (delivery && !this.#inFlight.has(id)) void this.#attempt(delivery);
    }
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const { id } = delivery;
    const attempt = new AbortController();
    this.#inFlight.set(id, attempt);
    const isDropped = this.chaos.take('drop');
    const isDoubled = this.chaos.take('duplicate');
    if (isDoubled) await this.#send(delivery, attempt.signal);
    const status = isDropped ? 0 : await this.#send(delivery, attempt.signal);
    this.#inFlight.delete(id);
    // After a stop the store may belong to a successor already: the attempt then counts as unknown.
    if (this.#stopped) return;
    this.#world.store.transaction(() => this.#record(id, status, isDropped));
    this.#pump();
  }

  async #send({ event: eventId, endpoint: id }: Delivery, stop: AbortSignal): Promise<number> {
    const { store } = this.#world;
    const event = store.get('event', eventId);
    const endpoint = store.get('webhook_endpoint', id);
    const secret = store.get('emulator.secret', id)?.secret;
    if (!event || !endpoint || !secret) return 0;
    const { chaos } = this;
    const version = chaos.take('old_version') ? { api_version: OLD_VERSION } : {};
    const body = JSON.stringify({ ...event, ...version }, null, 2);
    // The receiver compares with the real time, whatever this clock was moved to.
    const now = Math.floor(Date.now() / 1000) - (chaos.take('stale') ? STALE_SECONDS : 0);
    const key = chaos.take('wrong_secret') ? `${secret}-of-somebody-else` : secret;
    try {
      const response = await fetch(endpoint.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signature(body, key, now),
          'user-agent': 'Stripe/1.0 (emulator)',
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      await response.body?.cancel();
      return response.status;
    } catch {
      return 0;
    }
  }

  #record(id: string, status: number, isDropped: boolean): void {
    const { store, scheduler, delayMs } = this.#world;
    const delivery = store.get('emulator.delivery', id);
    if (!delivery) return;
    const attempts = delivery.attempts + 1;
    if (status >= 200 && status < 300) {
      store.patch('emulator.delivery', id, { state: 'delivered', attempts, lastStatus: status });
      const event = store.get('event', delivery.event);
      if (event && delivery.state !== 'delivered') {
        store.patch('event', event.id, { pending_webhooks: event.pending_webhooks - 1 });
      }
      return;
    }
    const isGivenUp = isDropped || attempts >= MOST_ATTEMPTS;
    const endpointIsThere = store.get('webhook_endpoint', delivery.endpoint) !== undefined;
    const state = delivery.state === 'delivered' ? 'delivered' : isGivenUp ? 'failed' : 'pending';
    store.patch('emulator.delivery', id, { state, attempts, lastStatus: status });
    if (state === 'pending' && endpointIsThere) {
      scheduler.schedule('deliver', id, delayMs * 2 ** (attempts - 1));
    }
  }
}
