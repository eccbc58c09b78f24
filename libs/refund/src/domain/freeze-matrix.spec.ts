import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  freezeMatrix,
  frozenCode,
  isFrozenCode,
  stoppedBy,
  type Freeze,
  type FrozenAct,
} from './freeze-matrix.ts';

const acts = Object.keys(freezeMatrix) as FrozenAct[];
const freezes: Freeze[] = ['reversal', 'fraud_suspected', 'fraud_warning', 'sanctions_match'];

test.each(acts)('%s is stopped by each freeze of its row, alone, and by no other', (act) => {
  expect(stoppedBy(act, new Set())).toBeNull();
  for (const freeze of freezes) {
    expect(stoppedBy(act, new Set([freeze]))).toBe(freezeMatrix[act][freeze] ? freeze : null);
  }
});

test('one more freeze never lets an act through that was stopped', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...acts),
      fc.uniqueArray(fc.constantFrom(...freezes)),
      fc.constantFrom(...freezes),
      (act, some, more) => {
        const before = stoppedBy(act, new Set(some));
        if (before) expect(stoppedBy(act, new Set([...some, more]))).not.toBeNull();
      },
    ),
  );
});

test('no money leaves while any freeze is in force', () => {
  for (const act of ['send_disbursement', 'return_by_rule', 'return_by_people'] as const) {
    expect(Object.values(freezeMatrix[act])).toEqual([true, true, true, true]);
  }
});

test('every freeze has the code of a refusal that waits', () => {
  for (const freeze of freezes) expect(isFrozenCode(frozenCode(freeze))).toBe(true);
  expect(isFrozenCode('amount_changed')).toBe(false);
});
