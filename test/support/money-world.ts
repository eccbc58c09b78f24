// The processes with their own logins, their rows, and the processor at the other end of the wire.
import { EventInbox } from '#processor';
import type { TestingModule } from '@nestjs/testing';
import { factRouterOf } from '../../apps/worker/src/facts.ts';
import type { Emulator } from '../../apps/stripe-emulator/src/emulator.ts';
import type { TestDatabase } from './database.ts';
import type { ProcessName } from './world-process.ts';

/** So long that nothing moves on by itself: a test moves the clock. */
export const DELAY_MS = 3_600_000;

export abstract class MoneyWorld {
  protected constructor(
    readonly db: TestDatabase,
    readonly emulator: Emulator,
    readonly apps: Record<ProcessName, TestingModule>,
  ) {}

  worker<T>(kind: abstract new (...args: never[]) => T): T {
    return this.apps.worker.get(kind);
  }

  /** Rows as the administrator sees them. */
  async rows<R extends object>(sql: string, ...params: unknown[]): Promise<R[]> {
    return (await this.db.admin.query<R>(sql, params)).rows;
  }

  async one<R extends object>(sql: string, ...params: unknown[]): Promise<R> {
    const [row] = await this.rows<R>(sql, ...params);
    if (!row) throw new Error(`no row: ${sql}`);
    return row;
  }

  async control<R>(path: string, body?: object): Promise<R> {
    const answer = await fetch(`${this.emulator.url}/_emulator/${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as R;
  }

  /** Calls that would make a refund, with their keys, in order. */
  async refundCalls(): Promise<{ key: string | null; replayed: boolean; status: number }[]> {
    const { calls } = await this.control<{
      calls: {
        method: string;
        path: string;
        idempotency_key: string | null;
        replayed: boolean;
        status: number;
      }[];
    }>('journal');
    return calls
      .filter((c) => c.method === 'POST' && c.path === '/v1/refunds')
      .map((c) => ({ key: c.idempotency_key, replayed: c.replayed, status: c.status }));
  }

  /** Refunds in the processor's books of one payment: their state and amount. */
  async refundsOf(bondId: string): Promise<{ id: string; status: string; amount: number }[]> {
    const { pi } = await this.one<{ pi: string }>(
      'select processor_payment_id as pi from payment where bond_id = $1 and state = $2',
      bondId,
      'paid',
    );
    const list = await this.stripe<{ data: { id: string; status: string; amount: number }[] }>(
      `refunds?payment_intent=${pi}&limit=100`,
    );
    return list.data.map(({ id, status, amount }) => ({ id, status, amount }));
  }

  async stripe<R>(
    path: string,
    method: 'GET' | 'POST' = 'GET',
    form: Record<string, string> = {},
  ): Promise<R> {
    const answer = await fetch(`${this.emulator.url}/v1/${path}`, {
      method,
      headers: { authorization: 'Bearer sk_test_portal' },
      ...(method === 'POST' && { body: new URLSearchParams(form) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as R;
  }

  /** Time passes at the processor, and what was due there happens. */
  later(seconds = DELAY_MS / 1000 + 1): Promise<object> {
    return this.control('clock', { advance_seconds: seconds });
  }

  /** The worker hears of everything that happened at the processor, and works it. */
  async news(): Promise<void> {
    const inbox = this.worker(EventInbox);
    await inbox.listFromProcessor();
    await this.workInbox();
  }

  async workInbox(): Promise<void> {
    const inbox = this.worker(EventInbox);
    for (let rounds = 0; rounds < 20; rounds++) {
      if ((await inbox.pollOnce(factRouterOf(this.apps.worker))) === 0) return;
    }
    throw new Error('the inbox does not become empty');
  }

  /** The law's clock goes on, or back; the processor's stays. */
  async daysLater(days: number): Promise<void> {
    await this.rows('update legal_clock set offset_seconds = offset_seconds + $1', days * 86_400);
  }

  async legalNow(): Promise<string> {
    return (await this.one<{ now: Date }>('select app.legal_now() as now')).now.toISOString();
  }
}
