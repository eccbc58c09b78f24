// Sees from outside when a bond has become held: by asking for it, every few milliseconds. What is
// seen has been committed; the asking makes a latency longer, never shorter.
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { BenchDatabase } from './database.ts';

const EVERY_MS = 5;
const TOO_LONG_MS = 60_000;

export class Arrivals {
  private readonly waiting = new Map<string, { done: () => void; since: number }>();
  private readonly client: pg.Client;
  private isStopped = false;
  private readonly looking: Promise<void>;

  private constructor(client: pg.Client) {
    this.client = client;
    this.looking = this.look();
  }

  static async start(db: BenchDatabase): Promise<Arrivals> {
    const client = new pg.Client({ connectionString: db.adminUrl });
    await client.connect();
    return new Arrivals(client);
  }

  of(paymentId: string): Promise<void> {
    return new Promise((done) => {
      this.waiting.set(paymentId, { done, since: performance.now() });
    });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.looking;
    await this.client.end();
  }

  private async look(): Promise<void> {
    while (!this.isStopped) {
      if (this.waiting.size > 0) await this.ask();
      await pause(EVERY_MS);
    }
  }

  private async ask(): Promise<void> {
    const { rows } = await this.client.query<{ id: string }>({
      name: 'held',
      text: `select p.id from payment p join bond b on b.id = p.bond_id
             where p.id = any($1::uuid[]) and b.state = 'held'`,
      values: [[...this.waiting.keys()]],
    });
    for (const { id } of rows) {
      this.waiting.get(id)?.done();
      this.waiting.delete(id);
    }
    const now = performance.now();
    for (const { done, since } of this.waiting.values()) if (now - since > TOO_LONG_MS) done();
  }
}
