// No state without a way out: from each state that a row can come to, somebody can bring it to an end,
// on a page or by a sweep or job that is really there. Who does what is in `ways/`, by hand.
import { globSync } from 'node:fs';
import type { Lifecycle } from '#kernel';
import { declaredRoutes } from '#web';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WorkerByHand } from '../support/world/by-hand.ts';
import { World } from '../support/world/world.ts';
import { casesAndBonds } from './ways/cases.ts';
import { moneyAndNews } from './ways/money-and-news.ts';
import type { LifecycleWays, Way } from './ways/way.ts';

type AnyLifecycle = Lifecycle<string, string, string>;

/** What has no way out today. A new one fails; so does one that has found its way. */
const WITHOUT_A_WAY = ['processor event: parked'];
/** States that nobody comes to: their edges wait for who will use them. */
const NEVER_REACHED = [
  ...['payment: charged_back', 'payment: disputed', 'payment: inquiry'],
  ...['programme version: approved', 'programme version: draft'],
];

const table: Readonly<Record<string, LifecycleWays>> = { ...casesAndBonds, ...moneyAndNews };

const isLifecycle = (value: unknown): value is AnyLifecycle =>
  typeof (value as Partial<AnyLifecycle> | null)?.diagram === 'function';

async function allLifecycles(): Promise<AnyLifecycle[]> {
  const root = `${import.meta.dirname}/../..`;
  const files = globSync('libs/*/src/domain/*.lifecycle.ts', { cwd: root });
  const modules = files.map((file) => import(`${root}/${file}`) as Promise<object>);
  return (await Promise.all(modules)).flatMap((m) => Object.values(m).filter(isLifecycle));
}

let world: World;
let worker: WorkerByHand;
let lifecycles: readonly AnyLifecycle[];
const there = new Set<Way>(['loop inbox']);

beforeAll(async () => {
  lifecycles = await allLifecycles();
  world = await World.start({ processes: [] });
  for (const site of ['portal', 'officer', 'api'] as const) {
    const routes = declaredRoutes(await world.site(site));
    for (const { path } of routes) there.add(`${site} ${path}` as Way);
  }
  worker = await WorkerByHand.start(world.db.url('worker'), {});
  world.onStop(() => worker.close());
  for (const part of worker.sweepParts) there.add(`sweep ${part}`);
  for (const queue of worker.queues) there.add(`job ${queue}`);
}, 120_000);
afterAll(() => world.stop());

/** The ways of an edge from one of its states. */
function waysOf({ ways }: LifecycleWays, event: string, from: string): readonly Way[] {
  const of = ways[event];
  if (!of) throw new Error(`nobody is named who causes ${event}`);
  if (isList(of)) return of;
  const here = of[from];
  if (!here) throw new Error(`nobody is named who causes ${event} from ${from}`);
  return here;
}
const isList = (of: LifecycleWays['ways'][string]): of is readonly Way[] => Array.isArray(of);

/** Every single step that somebody can make. */
const stepsOf = (lifecycle: AnyLifecycle) =>
  lifecycle.edges
    .flatMap(({ event, from, to }) => from.map((start) => ({ event, from: start, to })))
    .filter((step) => waysOf(table[lifecycle.name]!, step.event, step.from).length > 0);

/** What is reached from these states by steps that exist; with `back`, what reaches them. */
function closure(lifecycle: AnyLifecycle, start: readonly string[], back = false): Set<string> {
  const found = new Set(start);
  const steps = stepsOf(lifecycle).map(({ from, to }) => (back ? [to, from] : [from, to]));
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const [a, b] of steps) if (found.has(a!)) found.add(b!);
  }
  return found;
}

const reachedIn = (lifecycle: AnyLifecycle) =>
  closure(lifecycle, table[lifecycle.name]!.begins ?? [lifecycle.initial]);
const named = ({ name }: AnyLifecycle, states: readonly string[]) =>
  states.map((state) => `${name}: ${state}`);

test('every lifecycle is here, with every event and nothing else', () => {
  expect(Object.keys(table).sort()).toEqual(lifecycles.map(({ name }) => name).sort());
  for (const { name, events, edges } of lifecycles) {
    const { ways } = table[name]!;
    expect([name, Object.keys(ways).sort()]).toEqual([name, [...events].sort()]);
    for (const [event, of] of Object.entries(ways)) {
      if (isList(of)) continue;
      const from = edges.filter((edge) => edge.event === event).flatMap((edge) => edge.from);
      expect([name, event, Object.keys(of).sort()]).toEqual([name, event, [...from].sort()]);
    }
  }
});

test('what is named is really there: a route of a site, a part of the sweep, a job', () => {
  const ways = Object.values(table).flatMap(({ ways }) =>
    Object.values(ways).flatMap((of) => (isList(of) ? of : Object.values(of).flat())),
  );
  expect(ways.filter((way) => !there.has(way))).toEqual([]);
});

describe('each state', () => {
  test('has a way to an end', () => {
    const lost = lifecycles.flatMap((lifecycle) => {
      const toAnEnd = closure(lifecycle, table[lifecycle.name]!.ends, true);
      return named(
        lifecycle,
        [...reachedIn(lifecycle)].filter((state) => !toAnEnd.has(state)),
      );
    });
    expect(lost.sort()).toEqual(WITHOUT_A_WAY);
  });

  test('that people are shown has an end by a page, not only by what the border sends next', () => {
    const { ways, ends } = table['movement']!;
    const endings = lifecycles
      .find(({ name }) => name === 'movement')!
      .edges.filter(({ from, to }) => from.includes('set_aside') && ends.includes(to))
      .map(({ event }) => [event, waysOf({ ways, ends }, event, 'set_aside')] as const);
    const byPage = endings.filter(([, of]) => of.some((way) => way.startsWith('officer POST ')));
    expect(byPage.map(([event]) => event)).toEqual(['dismissed']);
  });

  test('is one that somebody comes to, or it is known that nobody does', () => {
    const empty = lifecycles.flatMap((lifecycle) => {
      const reached = reachedIn(lifecycle);
      return named(
        lifecycle,
        lifecycle.states.filter((state) => !reached.has(state)),
      );
    });
    expect(empty.sort()).toEqual(NEVER_REACHED);
  });

  test('that is called an end is a state, and from a final one nothing is expected', () => {
    for (const lifecycle of lifecycles) {
      const { ends } = table[lifecycle.name]!;
      expect(lifecycle.states).toEqual(expect.arrayContaining([...ends]));
      const finals = lifecycle.states.filter((state) => lifecycle.isFinal(state));
      expect([lifecycle.name, finals.filter((state) => !ends.includes(state))]).toEqual([
        lifecycle.name,
        [],
      ]);
    }
  });
});
