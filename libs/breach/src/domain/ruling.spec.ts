import { expect, test } from '@jest/globals';
import { refused, Temporal } from '#kernel';
import fc from 'fast-check';
import {
  agree,
  decisionOutcomes,
  isRulingState,
  mayJudge,
  mayPropose,
  maySecondRuling,
  partsOf,
  rulingKinds,
  type RulingFacts,
} from './ruling.ts';
import { breachRulingLifecycle } from './ruling.lifecycle.ts';

const now = Temporal.Instant.from('2026-03-20T12:00:00Z');
const past = now.subtract({ hours: 1 });
const facts = (more: Partial<RulingFacts> = {}): RulingFacts => ({
  ...{ bondState: 'notice_given', replyBy: past, isPaused: false, now },
  ...{ isOpenRuling: false, frozen: null, ...more },
});

test('the two parts sum to what is held, whatever is asked', () => {
  const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n });
  const asked = fc.option(fc.bigInt({ min: -(10n ** 6n), max: 10n ** 15n }));
  fc.assert(
    fc.property(fc.constantFrom(...decisionOutcomes), amounts, asked, (outcome, held, forfeit) => {
      const parts = partsOf(outcome, held, forfeit);
      if (!parts.ok) return outcome === 'part' && !(forfeit! > 0n && forfeit! < held);
      const { refundMinor, forfeitMinor } = parts.value;
      return refundMinor + forfeitMinor === held && refundMinor >= 0n && forfeitMinor >= 0n;
    }),
  );
});

test('none forfeits nothing, full returns nothing, part does both', () => {
  expect(partsOf('none', 100n, 40n)).toEqual({
    ok: true,
    value: { refundMinor: 100n, forfeitMinor: 0n },
  });
  expect(partsOf('full', 100n, 40n)).toEqual({
    ok: true,
    value: { refundMinor: 0n, forfeitMinor: 100n },
  });
  expect(partsOf('part', 100n, 40n)).toEqual({
    ok: true,
    value: { refundMinor: 60n, forfeitMinor: 40n },
  });
  for (const wrong of [null, 0n, -1n, 100n, 101n]) {
    expect([wrong, partsOf('part', 100n, wrong).ok]).toEqual([wrong, false]);
  }
});

test.each([
  ['a decision: who set the bond does not judge it', 'decision', true, false, 'set_the_bond'],
  ['a decision: who gave the notice may', 'decision', false, true, null],
  ['an appeal: who set the bond does not', 'appeal', true, false, 'set_the_bond'],
  ['an appeal: who decided before does not', 'appeal', false, true, 'took_part'],
  ['an appeal: anybody else', 'appeal', false, false, null],
  ['a rescission: who decided before may', 'rescission', false, true, null],
] as const)('%s', (_, kind, hasSetTheBond, hasDecided, code) => {
  const judged = mayJudge(kind, { hasSetTheBond, hasDecided });
  expect(judged.ok ? null : judged.code).toBe(code);
});

const later = now.add({ hours: 1 });
test.each([
  ['after the window', {}, null],
  ['not while it runs', { replyBy: later }, 'window_open'],
  ['on its last moment it still runs', { replyBy: now }, 'window_open'],
  ['not while a question waits', { isPaused: true }, 'window_open'],
  ['not beside another', { isOpenRuling: true }, 'already_proposed'],
  [
    'not on money that may be gone',
    { frozen: refused('money_left_elsewhere') },
    'money_left_elsewhere',
  ],
  ['not while its case is frozen', { frozen: refused('case_frozen') }, 'case_frozen'],
  ['not before the notice', { bondState: 'referred' }, 'wrong_state'],
  ['not once decided', { bondState: 'breach_declared' }, 'wrong_state'],
] as const)('a decision is proposed: %s', (_, more, code) => {
  const may = mayPropose('decision', facts(more));
  expect(may.ok ? null : may.code).toBe(code);
});

test('no state of a bond allows two kinds of ruling but a breach declared, which may be taken back', () => {
  for (const state of ['held', 'referred', 'cancelled', 'overturned', 'unsecured']) {
    expect([state, rulingKinds.filter((kind) => isRulingState(kind, state))]).toEqual([state, []]);
  }
  const kindsIn = (state: string) => rulingKinds.filter((kind) => isRulingState(kind, state));
  expect(['notice_given', 'appealed', 'breach_declared', 'closed'].map(kindsIn)).toEqual([
    ...[['decision'], ['appeal'], ['rescission'], ['rescission']],
  ]);
});

test('nobody is both people of a ruling, and nothing is approved that is not proposed', () => {
  for (const state of breachRulingLifecycle.states) {
    for (const event of ['approved', 'declined'] as const) {
      const by = (who: string) =>
        maySecondRuling({ state, kind: 'decision', proposedBy: 'ama' }, event, who, 'notice_given');
      expect([state, event, by('ama').ok]).toEqual([state, event, false]);
      expect([state, event, by('boubacar').ok]).toEqual([state, event, state === 'proposed']);
    }
  }
});

test('what no longer applies is declined, not approved', () => {
  const proposed = { state: 'proposed', kind: 'decision', proposedBy: 'ama' } as const;
  expect(maySecondRuling(proposed, 'approved', 'boubacar', 'cancelled')).toMatchObject({
    code: 'wrong_state',
  });
  expect(maySecondRuling(proposed, 'declined', 'boubacar', 'cancelled').ok).toBe(true);
});

test('a breach follows from a ground that is established, and from nothing else', () => {
  expect(agree({ established: [false, false], outcome: 'none' })).toBe(true);
  expect(agree({ established: [true, false], outcome: 'part' })).toBe(true);
  expect(agree({ established: [true], outcome: 'none' })).toBe(false);
  expect(agree({ established: [false], outcome: 'full' })).toBe(false);
});
