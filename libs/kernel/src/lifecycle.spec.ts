import { expect, test } from '@jest/globals';
import { defineLifecycle } from './lifecycle.ts';

const door = defineLifecycle({
  name: 'door',
  initial: 'closed',
  states: { closed: { public: 'shut' }, open: { public: 'open' }, locked: { public: 'shut' } },
  edges: [
    { event: 'opened', from: ['closed'], to: 'open', by: ['anyone'] },
    { event: 'shut', from: ['open'], to: 'closed', by: ['anyone'] },
    { event: 'locked', from: ['closed'], to: 'locked', by: ['owner'], guard: 'has the key' },
  ],
});

test('every edge leads where the table says, every other pair is refused', () => {
  const reached = door.states.flatMap((s) =>
    door.events.map((e) => {
      const r = door.next(s, e);
      return `${s} ${e} ${r.ok ? r.value : r.code}`;
    }),
  );
  expect(reached).toEqual([
    'closed opened open',
    'closed shut wrong_state',
    'closed locked locked',
    'open opened wrong_state',
    'open shut closed',
    'open locked wrong_state',
    'locked opened wrong_state',
    'locked shut wrong_state',
    'locked locked wrong_state',
  ]);
});

test('check, status, ends and diagram come from the table', () => {
  expect(door.sqlCheck()).toBe("state in ('closed', 'open', 'locked')");
  expect(door.publicStatusOf('locked')).toBe('shut');
  expect([door.isFinal('locked'), door.isFinal('open')]).toEqual([true, false]);
  expect(door.diagram()).toContain('closed --> locked: locked [has the key]');
});

const broken = (initial: string, edges: [string, string, string][]) => () =>
  defineLifecycle({
    name: 'broken',
    initial,
    states: { a: { public: 'x' }, b: { public: 'x' } },
    edges: edges.map(([event, from, to]) => ({ event, from: [from], to, by: [] })),
  });

test('a table that contradicts itself does not load', () => {
  expect(broken('z', [])).toThrow('unknown state z');
  expect(broken('a', [['e', 'a', 'z']])).toThrow('unknown state');
  expect(broken('a', [['e', 'a', 'b'], ['e', 'a', 'a']])).toThrow('two edges'); // prettier-ignore
  expect(broken('a', [['e', 'b', 'a']])).toThrow('never reached: b');
});
