import { expect, test } from '@jest/globals';
import { reasonOf, type Obstacle } from './standstill.ts';

// Written by hand: what is in the way, why it stands still, and who has to act.
const dispute = { cause: 'reversal', kind: 'dispute' } as const;
const refund = { cause: 'reversal', kind: 'refund' } as const;
const cases: [Obstacle, string, string][] = [
  [{ ...dispute, state: 'open', money: 'withdrawn' }, 'dispute', 'bank'],
  [{ ...dispute, state: 'open', money: 'waiting' }, 'dispute', 'bank'],
  [{ ...dispute, state: 'open', money: 'left' }, 'dispute', 'treasury'],
  [{ ...refund, state: 'open', money: 'waiting' }, 'refund', 'bank'],
  [{ ...refund, state: 'open', money: 'left' }, 'refund', 'treasury'],
  [{ ...refund, state: 'proposed', money: 'left' }, 'refund', 'second_treasury'],
  [{ ...refund, state: 'approved', money: 'left' }, 'refund', 'portal'],
  [{ ...refund, state: 'open', money: 'back' }, 'refund', 'portal'],
  [{ cause: 'freeze', reason: 'fraud_suspected', state: 'in_force' }, 'fraud_suspected', 'officer'],
  [{ cause: 'freeze', reason: 'fraud_warning', state: 'in_force' }, 'fraud_warning', 'officer'],
  [
    { cause: 'freeze', reason: 'sanctions_match', state: 'lift_proposed' },
    'sanctions_match',
    'head_of_section',
  ],
  [
    { cause: 'freeze', reason: 'sanctions_match', state: 'lift_approved' },
    'sanctions_match',
    'portal',
  ],
  [{ cause: 'breach', bondState: 'breach_declared' }, 'appeal_window', 'payer'],
  [{ cause: 'breach', bondState: 'appealed' }, 'appeal_open', 'appeal_member'],
  [{ cause: 'records' }, 'records_incomplete', 'border'],
];

test.each(cases)('%j: %s, %s', (obstacle, code, who) => {
  expect(reasonOf(obstacle)).toEqual({ code, who });
});
