import type Stripe from 'stripe';
import type { ProcessorEvent } from '../processor.ts';
import { momentOf, ourIdIn } from './read-objects.ts';

interface EventObject {
  readonly object?: unknown;
  readonly id?: unknown;
  readonly payment_intent?: unknown;
  readonly metadata?: Record<string, string> | null;
}

const SHORT = 255;
const isShort = (v: unknown): v is string => typeof v === 'string' && v.length <= SHORT;

/** Undefined when it is no event as the processor makes them: nothing of it can be trusted. */
export function readEvent(e: Stripe.Event): ProcessorEvent | undefined {
  const object = e?.data?.object as unknown as EventObject | undefined;
  const whole = e?.object === 'event' && /^evt_\w{1,250}$/.test(e.id) && isShort(e.type);
  if (!whole || !Number.isInteger(e.created) || !object || !isShort(object.object)) {
    return undefined;
  }
  // A charge's facts are read from its payment, so that news of both are one look-up.
  const ofPayment = object.object === 'charge' && isShort(object.payment_intent);
  return {
    id: e.id,
    type: e.type,
    objectId: ofPayment ? object.payment_intent : isShort(object.id) ? object.id : null,
    objectKind: ofPayment ? 'payment_intent' : object.object,
    ourId: ourIdIn(object.metadata, object.object === 'refund' ? 'disbursement_id' : 'payment_id'),
    apiVersion: e.api_version,
    livemode: e.livemode === true,
    account: e.account ?? null,
    createdAt: momentOf(e.created),
  };
}
