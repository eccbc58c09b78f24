// The inbox of the processor's events: an api that stores them, a worker that applies them.
import { PlatformModule } from '#platform';
import { EventInbox, ProcessorModule } from '#processor';
import type { Applied, FactRouter, ProcessorFact } from '#processor';
import { Test, type TestingModule } from '@nestjs/testing';
import Stripe from 'stripe';
import { startEmulator, type Emulator } from '../../apps/stripe-emulator/src/emulator.ts';
import { testConfig } from './app.ts';
import { freshDatabase, type TestDatabase } from './database.ts';

const SECRET = 'whsec_new';
/** The secret before, which Stripe may still sign with. */
export const ROLLED = 'whsec_old';

let events = 0;
export const anEvent = (more: object = {}) => ({
  id: `evt_inbox${++events}`,
  object: 'event',
  type: 'payment_intent.succeeded',
  created: Math.floor(Date.now() / 1000),
  livemode: false,
  api_version: '2026-10-28.endive',
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

async function processOf(
  db: TestDatabase,
  emulator: Emulator,
  process: 'api' | 'worker',
): Promise<TestingModule> {
  const config = testConfig(db.url(process), {
    STRIPE_SECRET_KEY: 'sk_test_inbox',
    STRIPE_API_BASE: emulator.url,
    STRIPE_WEBHOOK_SECRETS: `${SECRET},${ROLLED}`,
  });
  const imports = [PlatformModule.forRoot({ process, config }), ProcessorModule];
  const quiet = () => undefined; // failures are made on purpose
  const builder = Test.createTestingModule({ imports });
  builder.setLogger({ log: quiet, warn: quiet, error: quiet });
  return (await builder.compile()).init();
}

export class InboxWorld {
  private constructor(
    readonly db: TestDatabase,
    readonly emulator: Emulator,
    readonly api: TestingModule,
    readonly worker: TestingModule,
  ) {}

  static async start(): Promise<InboxWorld> {
    const db = await freshDatabase();
    const emulator = await startEmulator({ port: 0, delayMs: 10 });
    const api = await processOf(db, emulator, 'api');
    return new InboxWorld(db, emulator, api, await processOf(db, emulator, 'worker'));
  }

  async stop(): Promise<void> {
    await this.api.close();
    await this.worker.close();
    await this.emulator.close();
    await this.db.drop();
  }

  anotherWorker(): Promise<TestingModule> {
    return processOf(this.db, this.emulator, 'worker');
  }

  send(event: object, { secret = SECRET, timestamp = Math.floor(Date.now() / 1000) } = {}) {
    const payload = JSON.stringify(event);
    const header = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
    return this.api.get(EventInbox).accept(Buffer.from(payload), header);
  }

  /** Everything in the inbox. */
  async rows(): Promise<Record<string, unknown>[]> {
    const found = await this.db.admin.query<Record<string, unknown>>(
      'select * from processor_event order by id',
    );
    return found.rows;
  }

  /** What the processor was asked so far. */
  async calls(): Promise<string[]> {
    const answer = await fetch(`${this.emulator.url}/_emulator/journal`);
    const journal = (await answer.json()) as { calls: { method: string; path: string }[] };
    return journal.calls.map((c) => `${c.method} ${c.path}`);
  }

  /** A paid payment at the processor, without our asking. */
  async paidPayment(metadata: Record<string, string> = {}): Promise<string> {
    const answer = await fetch(`${this.emulator.url}/_emulator/payment_intents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ amount: 5000, currency: 'usd', metadata }),
    });
    return ((await answer.json()) as { id: string }).id;
  }

  /** A paid payment whose event has arrived. */
  async paidAndTold(): Promise<string> {
    const pi = await this.paidPayment();
    await this.send(anEvent(about(pi)));
    return pi;
  }

  /** The worker works what is due, once. */
  work(by: FactRouter): Promise<number> {
    return this.worker.get(EventInbox).pollOnce(by);
  }
}
