import type Stripe from 'stripe';

import { stripeSchema } from '../http/schema.ts';
import { newId } from '../state/ids.ts';
import type { EventRow } from '../state/kinds.ts';
import type { World } from '../world.ts';

/** Events can be listed for thirty days. */
export const LISTED_SECONDS = 30 * 24 * 60 * 60;

/**
 * Records that something happened, with the object as it is now, and a delivery for every endpoint
 * that wants it. Inside the transaction of the change: no change without its event.
 */
export function emit(
  world: World,
  type: Stripe.Event.Type,
  object: object,
  previous?: Record<string, unknown>,
): void {
  const { store, clock, scheduler, cause } = world;
  const endpoints = store.all('webhook_endpoint').filter((endpoint) => wants(endpoint, type));
  const event: EventRow = {
    id: newId('evt'),
    object: 'event',
    api_version: stripeSchema()['x-api-version'],
    created: clock.now(),
    data: { object, ...(previous ? { previous_attributes: previous } : {}) },
    livemode: false,
    pending_webhooks: endpoints.length,
    request: { id: cause?.requestId ?? null, idempotency_key: cause?.idempotencyKey ?? null },
    type,
  };
  store.put('event', event);
  for (const endpoint of endpoints) {
    const id = `${event.id}/${endpoint.id}`;
    const delivery = { id, event: event.id, endpoint: endpoint.id, state: 'pending' } as const;
    store.put('emulator.delivery', { ...delivery, attempts: 0, lastStatus: null });
    scheduler.schedule('deliver', id, 0);
  }
}

/** Drops what no list shows any more, and the deliveries of it. */
export function forgetOldEvents({ store, clock }: World): void {
  const oldest = clock.now() - LISTED_SECONDS;
  const old = store.all('event').filter((event) => event.created < oldest);
  const ids = new Set(old.map((event) => event.id));
  store.transaction(() => {
    for (const id of ids) store.remove('event', id);
    for (const { id, event } of store.all('emulator.delivery')) {
      if (ids.has(event)) store.remove('emulator.delivery', id);
    }
  });
}

function wants(endpoint: Stripe.WebhookEndpoint, type: string): boolean {
  const { status, enabled_events: events } = endpoint;
  return status === 'enabled' && (events.includes('*') || events.includes(type));
}
