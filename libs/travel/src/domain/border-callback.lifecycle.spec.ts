import { expect, test } from '@jest/globals';
import {
  borderCallbackLifecycle,
  CALLBACK_TRIES_MAX,
  pauseAfter,
} from './border-callback.lifecycle.ts';

test('it waits until it is taken or given up, and both are the end', () => {
  expect(borderCallbackLifecycle.next('waiting', 'taken')).toMatchObject({ value: 'taken' });
  expect(borderCallbackLifecycle.next('waiting', 'given_up')).toMatchObject({ value: 'given_up' });
  for (const state of ['taken', 'given_up'] as const) {
    expect(borderCallbackLifecycle.isFinal(state)).toBe(true);
  }
});

test('each pause is longer than the one before, and after the last try there is none', () => {
  const pauses = Array.from({ length: CALLBACK_TRIES_MAX }, (_, i) => pauseAfter(i + 1));
  expect(pauses.at(-1)).toBeNull();
  const minutes = pauses.slice(0, -1) as number[];
  expect([...minutes].sort((a, b) => a - b)).toEqual(minutes);
});
