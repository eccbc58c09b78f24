// Bonds about which something is about to happen, and what each comes to when no worker is disturbed.
import { setTimeout as pause } from 'node:timers/promises';
import type { Jobs } from '#platform';
import { EventInbox } from '#processor';
import type { TestBond } from '../../test/support/world/bonds.ts';
import type { Stage } from '../crash/flow.ts';
import { flows } from '../crash/flows/index.ts';
import { differences, finalState, LEFT, type FinalState } from '../final-state.ts';

const WAIT_MS = 90_000;
const LOOK_MS = 100;

export async function until<T>(
  what: string,
  look: () => Promise<T | false>,
  otherwise: () => Promise<string> = () => Promise.resolve(''),
): Promise<T> {
  for (const end = Date.now() + WAIT_MS; Date.now() < end; await pause(LOOK_MS)) {
    const found = await look();
    if (found !== false) return found;
  }
  throw new Error(`${what}: not within ${WAIT_MS / 1000} s ${await otherwise()}`);
}

/** What a worker has taken and not finished; of mails and sweeps nobody is owed anything. */
export interface Job {
  readonly id: string;
  readonly name: Parameters<Jobs['enqueue']>[1];
  readonly data: Record<string, string>;
}

interface Case {
  readonly name: string;
  readonly bond: TestBond;
  readonly begin: () => Promise<unknown>;
}

/** They are made before any worker comes, which would do what the making does by hand. */
export class Cases {
  private readonly expected = new Map<string, FinalState>();
  private readonly ready: Case[] = [];
  private since!: Date;

  private constructor(readonly stage: Stage) {}

  /** One of each flow in order, and before them one of each to be left alone. */
  static async of(stage: Stage, names: readonly string[]): Promise<Cases> {
    const cases = new Cases(stage);
    cases.since = await cases.now();
    for (const name of [...new Set(names), ...names]) {
      cases.ready.push({ name, ...(await flows[name]!.ready(stage)) });
    }
    // The processor says what it keeps of a payment some time later: before all of them, or after some.
    await stage.world.later();
    await stage.world.news();
    return cases;
  }

  private get world() {
    return this.stage.world;
  }

  async now(): Promise<Date> {
    return (await this.world.one<{ now: Date }>('select clock_timestamp() as now')).now;
  }

  active(): Promise<Job[]> {
    return this.world.rows<Job & Record<string, unknown>>(
      `select id, name, data from pgboss.job where state = 'active' and name !~ '^(mail|sweep)'`,
    );
  }

  /** Those that are left alone, with workers that nobody disturbs. */
  async leaveAlone(): Promise<void> {
    const count = new Set(this.ready.map(({ name }) => name)).size;
    const alone = await this.begin(count);
    await this.settle();
    for (const made of alone) {
      this.expected.set(made.name, await finalState(this.world, made.bond, this.since));
    }
  }

  /** What the next of them are. */
  async begin(count: number): Promise<Case[]> {
    const next = this.ready.splice(0, count);
    for (const { begin } of next) await begin();
    return next;
  }

  /** Until nothing is left to do, news of the processor included. */
  async settle(): Promise<void> {
    await this.isAtRest();
    await this.world.worker.get(EventInbox).listFromProcessor();
    await this.isAtRest();
  }

  async look(made: readonly Case[], how: string): Promise<string[]> {
    const wrong: string[] = [];
    for (const { name, bond } of made) {
      const state = await finalState(this.world, bond, this.since);
      const not = differences(state, this.expected.get(name)!);
      if (not.length) wrong.push(`${name}, ${how}: ${not.join('; ')}`);
    }
    wrong.push(...(await this.world.oracle()).map((row) => `after ${how}: ${row}`));
    return wrong;
  }

  /** What is not done, in words. */
  async left(): Promise<string> {
    const rows = await this.world.rows<{ left: string }>(LEFT, this.since);
    return rows.map(({ left }) => left).join(', ');
  }

  private isAtRest(): Promise<true> {
    const left = () => this.left();
    return until('all work done', async () => (await left()) === '', left);
  }
}
