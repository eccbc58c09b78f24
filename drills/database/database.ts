// Kills PostgreSQL under load, several times: whatever was acknowledged is there, nobody has to start a
// program again, and the books are right.
import { setTimeout as pause } from 'node:timers/promises';
import Stripe from 'stripe';
import { startProcesses, type Processes } from '../../test/support/processes.ts';
import type { OpenedBond } from '../../test/support/world/bonds.ts';
import { anEvent, WEBHOOK_SECRET } from '../../test/support/world/events.ts';
import { processorAt } from '../../test/support/world/process.ts';
import { World } from '../../test/support/world/world.ts';
import { startPostgres, type Postgres } from '../../tools/postgres.ts';
import {
  between,
  chance,
  Failures,
  type Drill,
  type DrillOptions,
  type Outcome,
} from '../drill.ts';
import { withServer } from '../server.ts';

const SIZES = {
  all: { kills: 4, bonds: 24, senders: 8 },
  small: { kills: 1, bonds: 3, senders: 4 },
};
/** Between two deaths of the server, so that there is something under way at each. */
const LIVES_MS = { from: 1_500, to: 5_000 };
const HEALS_WITHIN_SECONDS = 45;
const ASKS_FOR_MS = 5_000;

class DatabaseDrill {
  readonly healedAfter: number[] = [];
  /** Ids of events that were answered with 200. */
  readonly acknowledged = new Set<string>();
  unanswered = 0;
  private isOver = false;

  constructor(
    private readonly world: World,
    private readonly programs: Processes,
    private server: Postgres,
    readonly failures: Failures,
  ) {}

  /** One event, as the processor signs and sends it. Whether it was acknowledged. */
  private async deliver(event: { id: string }): Promise<boolean> {
    const payload = JSON.stringify(event);
    const header = Stripe.webhooks.generateTestHeaderString({ payload, secret: WEBHOOK_SECRET });
    const answer = await fetch(`${this.programs.urls.api}/webhooks/stripe`, {
      ...{ method: 'POST', body: payload, signal: AbortSignal.timeout(ASKS_FOR_MS) },
      headers: { 'content-type': 'application/json', 'stripe-signature': header },
    }).catch(() => undefined);
    await answer?.arrayBuffer().catch(() => undefined);
    if (answer?.ok) this.acknowledged.add(event.id);
    else this.unanswered += 1;
    return answer?.ok ?? false;
  }

  /** News of nobody, one after the other, for as long as this goes on. */
  private async keepSending(): Promise<void> {
    while (!this.isOver) {
      const isTaken = await this.deliver(anEvent({ type: 'customer.created' }));
      await pause(isTaken ? 5 : 100);
    }
  }

  /** Payers pay meanwhile, and the processor tells of it until it is heard. */
  private async keepPaying(bonds: readonly OpenedBond[]): Promise<void> {
    for (const { url } of bonds) {
      await this.world.pay(url);
      const { data } = await this.world.stripe<{ data: { id: string }[] }>('events?limit=4');
      for (const event of data) while (!(await this.deliver(event))) await pause(200);
      await pause(250);
    }
  }

  async run(bonds: readonly OpenedBond[], kills: readonly number[], senders: number) {
    const load = Array.from({ length: senders }, () => this.keepSending());
    const paying = this.keepPaying(bonds);
    for (const lives of kills) {
      await pause(lives);
      await this.kill();
    }
    await paying;
    this.isOver = true;
    await Promise.all(load);
  }

  /** As when a machine loses its power, and comes back. */
  private async kill(): Promise<void> {
    const { folder, port, pid } = this.server;
    process.kill(pid, 'SIGKILL');
    await pause(500);
    this.server = await startPostgres({ folder, port });
    const back = Date.now();
    for (const name of ['api', 'worker'] as const) {
      const { pid: before } = this.programs.get(name);
      while (!(await this.isReady(name))) {
        if (Date.now() - back > HEALS_WITHIN_SECONDS * 1000) {
          throw new Error(`${name} (${before}) does not heal:\n${this.programs.get(name).log()}`);
        }
        await pause(100);
      }
    }
    this.healedAfter.push((Date.now() - back) / 1000);
  }

  private async isReady(name: 'api' | 'worker'): Promise<boolean> {
    if (!this.programs.get(name).isRunning()) throw new Error(`${name} has ended`);
    const signal = AbortSignal.timeout(ASKS_FOR_MS);
    const url = `${this.programs.urls[name]}/health/ready`;
    return (await fetch(url, { signal }).catch(() => undefined))?.ok ?? false;
  }

  /** Everything acknowledged is in the inbox, and every bond that was paid for is held. */
  async look(bonds: readonly OpenedBond[]): Promise<void> {
    await this.world.db.reconnect();
    const rows = await this.world.rows<{ id: string }>('select id from processor_event');
    const stored = new Set(rows.map(({ id }) => id));
    const lost = [...this.acknowledged].filter((id) => !stored.has(id));
    if (lost.length) this.failures.add(`acknowledged and lost: ${lost.join(', ')}`);
    const end = Date.now() + HEALS_WITHIN_SECONDS * 1000;
    const ids = bonds.map(({ bondId }) => bondId);
    let states: string[];
    do {
      await pause(250);
      const found = await this.world.rows<{ state: string }>(
        'select state from bond where id = any($1)',
        ids,
      );
      states = found.map(({ state }) => state);
    } while (states.some((state) => state !== 'held') && Date.now() < end);
    const open = states.filter((state) => state !== 'held');
    if (open.length) this.failures.add(`paid, and not held: ${open.join(', ')}`);
  }
}

async function onServer(server: Postgres, { seed, size, say }: DrillOptions): Promise<Outcome> {
  const { kills, bonds: count, senders } = SIZES[size];
  const next = chance(seed);
  const lives = Array.from({ length: kills }, () => between(next, LIVES_MS.from, LIVES_MS.to));
  const world = await World.start();
  const programs = await startProcesses(world.db, {
    programs: ['api', 'worker'],
    env: { ...processorAt(world.emulator.url), STRIPE_WEBHOOK_SECRETS: WEBHOOK_SECRET },
  });
  world.onStop(() => programs.stop());
  const drill = new DatabaseDrill(world, programs, server, new Failures(say));
  const bonds: OpenedBond[] = [];
  while (bonds.length < count) bonds.push(await world.aBond().opened());
  try {
    await drill.run(bonds, lives, senders);
    await drill.look(bonds);
  } finally {
    drill.failures.add(...(await world.stop()));
  }
  const { failures, acknowledged, unanswered, healedAfter } = drill;
  const [acked, healed] = [acknowledged.size, healedAfter.join(', ')];
  say(`  ${acked} events acknowledged, ${unanswered} not; healed after ${healed} s`);
  const figures = { acknowledged: acked, unanswered, healedAfterSeconds: healedAfter };
  return { points: kills, failures: failures.all, figures };
}

export const database: Drill = {
  hasItsServer: true,
  run: (options) => withServer((server) => onServer(server, options), { isDurable: true }),
};
