import { expect, test } from '@jest/globals';
import {
  borderKeyLifecycle,
  mayAddKey,
  mayEndKey,
  type BorderKeyState,
} from './border-key.lifecycle.ts';

// Written by hand: each state and what may follow it.
test.each([
  ['active', 'retired', 'retired'],
  ['active', 'revoked', 'revoked'],
  ['retired', 'retired', null],
  ['retired', 'revoked', 'revoked'],
  ['revoked', 'retired', null],
  ['revoked', 'revoked', null],
] as const)('a key that is %s, %s: %s', (state, event, to) => {
  const next = borderKeyLifecycle.next(state, event);
  expect(next.ok ? next.value : null).toBe(to);
});

const keys = (...states: BorderKeyState[]) => states.map((state, i) => ({ id: `${i}`, state }));

test.each([
  ['retired', keys('active', 'active'), { ok: true, value: 'retired' }],
  ['retired', keys('active'), { ok: false, code: 'last_key' }],
  ['retired', keys('active', 'retired', 'revoked'), { ok: false, code: 'last_key' }],
  ['retired', keys('revoked', 'active'), { ok: false, code: 'wrong_state' }],
  ['revoked', keys('active'), { ok: true, value: 'revoked' }],
  ['revoked', keys('retired'), { ok: true, value: 'revoked' }],
  ['revoked', keys(), { ok: false, code: 'unknown_key' }],
] as const)('%s: the first of %j, %j', (event, those, answer) => {
  expect(mayEndKey(those, '0', event)).toMatchObject(answer);
});

test.each([
  ['active', keys('active'), { ok: true }],
  ['active', keys(), { ok: true }],
  ['active', keys('retired', 'revoked', 'active'), { ok: true }],
  ['active', keys('active', 'active'), { ok: false, code: 'enough_keys' }],
  ['blocked', keys('active'), { ok: false, code: 'client_blocked' }],
] as const)('a border system that is %s, with %j: one more key, %j', (state, those, answer) => {
  expect(mayAddKey({ state }, those)).toMatchObject(answer);
});
