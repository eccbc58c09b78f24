// Events of the processor, as they are signed and delivered to the api, and a worker that works them.
import { EventInbox } from '#processor';
import type { Applied, FactRouter, ProcessorFact } from '#processor';
import Stripe from 'stripe';
import type { World } from './world.ts';

export const WEBHOOK_SECRET = 'whsec_new';
/** The secret before, which Stripe may still sign with. */
export const ROLLED = 'whsec_old';
/** Settings of a world to which the processor delivers. */
export const DELIVERED = { STRIPE_WEBHOOK_SECRETS: `${WEBHOOK_SECRET},${ROLLED}` };

let events = 0;
export const anEvent = (more: object = {}) => ({
  ...{ id: `evt_inbox${++events}`, object: 'event', type: 'payment_intent.succeeded' },
  ...{ created: Math.floor(Date.now() / 1000), livemode: false, api_version: '2026-10-28.endive' },
  data: { object: { object: 'payment_intent', id: 'pi_none', receipt_email: 'ada@example.org' } },
  ...more,
});
export const about = (id: string) => ({ data: { object: { object: 'payment_intent', id } } });

interface Told {
  readonly fact: ProcessorFact;
  readonly seen: number | null;
}

/** Answers as told, in turn, the last for ever; and keeps what it was given. */
export function router(
  answers: readonly (Applied | Error)[],
  versions: readonly (number | null)[] = [1],
) {
  const told: Told[] = [];
  const asked: unknown[] = [];
  const it: FactRouter = {
    versionOf: (_tx, ref) => {
      asked.push(ref);
      return Promise.resolve(versions[Math.min(asked.length, versions.length) - 1]!);
    },
    apply: (_tx, fact, seen) => {
      told.push({ fact, seen });
      const answer = answers[Math.min(told.length, answers.length) - 1]!;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
  return { it, told, asked };
}

export class Deliveries {
  constructor(private readonly world: World) {}

  send(event: object, { secret = WEBHOOK_SECRET, timestamp = Math.floor(Date.now() / 1000) } = {}) {
    const payload = JSON.stringify(event);
    const header = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
    return this.world.api.get(EventInbox).accept(Buffer.from(payload), header);
  }

  /** Everything in the inbox. */
  rows(): Promise<Record<string, unknown>[]> {
    return this.world.rows('select * from processor_event order by id');
  }

  /** What the processor was asked so far. */
  async calls(): Promise<string[]> {
    return (await this.world.calls()).map((c) => `${c.method} ${c.path}`);
  }

  /** A paid payment at the processor, without our asking. */
  async paidPayment(metadata: Record<string, string> = {}): Promise<string> {
    const paid = { amount: 5000, currency: 'usd', metadata };
    return (await this.world.control('payment_intents', paid)).id;
  }

  /** A paid payment whose event has arrived. */
  async paidAndTold(): Promise<string> {
    const pi = await this.paidPayment();
    await this.send(anEvent(about(pi)));
    return pi;
  }

  /** The worker works what is due, once. */
  work(by: FactRouter): Promise<number> {
    return this.world.worker.get(EventInbox).pollOnce(by);
  }
}
