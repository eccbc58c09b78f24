import { money } from '#kernel';
import { expect, test } from '@jest/globals';
import { bankWords, decideBankFact, type BankWord } from './bank-fact.ts';
import { disbursementLifecycle, type DisbursementState } from './disbursement.lifecycle.ts';

const amount = money(1_000_000n, 'USD');
const decide = (state: DisbursementState, says: BankWord) =>
  decideBankFact({ state, route: 'bank', amount }, { says, amount });

const MOVES = {
  'sending accepted': ['bank_accepted', 'none'],
  'sending rejected': ['bank_rejected', 'void'],
  'sending booked': ['bank_booked', 'settle'],
  'sending returned': ['bank_rejected', 'void'],
  'pending rejected': ['bank_rejected', 'void'],
  'pending booked': ['bank_booked', 'settle'],
  'pending returned': ['bank_rejected', 'void'],
  'succeeded returned': ['bank_returned', 'take_back'],
} as const;
const KNOWN = [
  ...['pending accepted', 'succeeded accepted', 'failed rejected', 'failed returned'],
  ...['succeeded booked', 'failed_after_success booked', 'failed_after_success returned'],
];

test('every word in every state: it moves along an edge, is known, or contradicts', () => {
  for (const state of disbursementLifecycle.states) {
    for (const says of bankWords) {
      const found = decide(state, says);
      const pair = `${state} ${says}`;
      const moves = MOVES[pair as keyof typeof MOVES];
      if (moves) {
        expect([pair, found]).toEqual([pair, { kind: 'move', event: moves[0], ledger: moves[1] }]);
        expect(disbursementLifecycle.may(state, moves[0])).toBe(true);
      } else if (KNOWN.includes(pair)) expect([pair, found]).toEqual([pair, { kind: 'known' }]);
      else expect([pair, found]).toEqual([pair, { kind: 'refuse', why: 'contradicts' }]);
    }
  }
});

test('what names nothing of ours, or another sum, changes nothing', () => {
  const sent = { state: 'sending', route: 'bank', amount } as const;
  const said = (fact: Parameters<typeof decideBankFact>[1], row: typeof sent | null = sent) =>
    decideBankFact(row, fact);
  expect(said({ says: 'booked', amount }, null)).toMatchObject({ why: 'unknown_payment' });
  const card = { ...sent, route: 'processor' } as const;
  expect(decideBankFact(card, { says: 'booked', amount })).toMatchObject({
    why: 'unknown_payment',
  });
  expect(said({ says: 'booked', amount: money(999_999n, 'USD') })).toMatchObject({
    why: 'other_amount',
  });
  expect(said({ says: 'booked', amount: money(1_000_000n, 'EUR') })).toMatchObject({
    why: 'other_amount',
  });
  expect(said({ says: 'booked', amount: null })).toMatchObject({ why: 'amount_missing' });
  expect(said({ says: 'accepted', amount: null })).toMatchObject({ event: 'bank_accepted' });
});
