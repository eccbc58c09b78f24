import type Stripe from 'stripe';
import type { ProcessorEvent } from '../processor.port.ts';
import { momentOf, ourIdIn } from './read-objects.ts';

interface EventObject {
  readonly object?: unknown;
  readonly id?: unknown;
  readonly payment_intent?: unknown;
  readonly customer?: unknown;
  readonly metadata?: Record<string, string> | null;
}

/** Every name and id of the processor's; nothing else is stored of what an event says. */
const CODE = /^[\x21-\x7e]{1,255}$/;
const isCode = (v: unknown): v is string => typeof v === 'string' && CODE.test(v);

/** Undefined when it is no event as the processor makes them: nothing of it can be trusted. */
export function readEvent(e: Stripe.Event): ProcessorEvent | undefined {
  const object = e?.data?.object as unknown as EventObject | undefined;
  const whole = e?.object === 'event' && /^evt_\w{1,250}$/.test(e.id) && isCode(e.type);
  const version = e?.api_version ?? null;
  if (!whole || !Number.isInteger(e.created) || !(version === null || isCode(version))) {
    return undefined;
  }
  if (!object || !isCode(object.object)) return undefined;
  const [objectId, objectKind] = lookedUp(object as EventObject & { object: string });
  return {
    id: e.id,
    type: e.type,
    ...{ objectId, objectKind },
    ourId: ourIdIn(object.metadata, object.object === 'refund' ? 'disbursement_id' : 'payment_id'),
    apiVersion: version,
    livemode: e.livemode === true,
    account: e.account ?? null,
    createdAt: momentOf(e.created),
  };
}

/** A charge's facts are read from its payment, so that news of both are one look-up; cash from its customer. */
function lookedUp(object: EventObject & { readonly object: string }): [string | null, string] {
  const { object: kind, id, payment_intent: payment, customer } = object;
  if (kind === 'charge' && isCode(payment)) return [payment, 'payment_intent'];
  if (kind === 'customer_cash_balance_transaction' && isCode(customer)) {
    return [customer, 'customer'];
  }
  return [isCode(id) ? id : null, kind];
}
