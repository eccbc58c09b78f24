import { expect, test } from '@jest/globals';
import { caseLifecycle } from '#application';
import { bondLifecycle } from '#bond-escrow';
import { Temporal } from '#kernel';
import { disbursementLifecycle } from '#refund';
import { texts } from '../text/index.ts';
import { historyOf } from './history.ts';
import { notices } from './notices.ts';
import { situationOf, situations, standing, type SituationFacts } from './situation.ts';

const facts = (more: Partial<SituationFacts>): SituationFacts => ({
  caseState: 'bond_required',
  bondState: 'required',
  isSigned: false,
  ...{ isPayer: true, asked: null },
  paying: null,
  isEvidenceSent: false,
  isDisputed: false,
  breach: null,
  refund: null,
  ...more,
});

test.each<[Partial<SituationFacts>, string]>([
  [{ caseState: 'submitted', bondState: null }, 'submitted'],
  [{}, 'bond_to_sign'],
  [{ isSigned: true }, 'bond_to_pay'],
  [{ isSigned: true, bondState: 'payment_started' }, 'bond_paying'],
  [{ isSigned: true, bondState: 'payment_started', paying: 'debit' }, 'bond_debit'],
  [{ isSigned: true, bondState: 'payment_started', paying: 'transfer' }, 'bond_transfer'],
  [{ isSigned: true, bondState: 'payment_started', paying: 'part' }, 'bond_in_part'],
  [{ caseState: 'bond_posted', bondState: 'held', paying: 'transfer' }, 'bond_held'],
  [{ caseState: 'bond_lapsed', bondState: 'lapsed' }, 'bond_lapsed'],
  [{ caseState: 'bond_posted', bondState: 'held' }, 'bond_held'],
  [{ caseState: 'visa_issued', bondState: 'held' }, 'visa_issued'],
  [{ caseState: 'visa_issued', bondState: null }, 'visa_issued'],
  [{ caseState: 'travelling', bondState: 'held' }, 'travelling'],
  [{ caseState: 'bond_posted', bondState: 'held', isDisputed: true }, 'payment_disputed'],
  [{ caseState: 'travelling', bondState: 'held', isDisputed: true }, 'travelling'],
  [{ caseState: 'travelling', bondState: 'held', isEvidenceSent: true }, 'proof_sent'],
  [{ caseState: 'visa_issued', bondState: 'held', isEvidenceSent: true }, 'visa_issued'],
  [{ caseState: 'travelling', bondState: 'evidence_requested' }, 'evidence_needed'],
  [
    { caseState: 'travelling', bondState: 'evidence_requested', isEvidenceSent: true },
    'evidence_sent',
  ],
  [{ caseState: 'travelling', bondState: 'referred' }, 'bond_in_question'],
  [{ caseState: 'travelling', bondState: 'notice_given', breach: 'replying' }, 'breach_reply'],
  [{ caseState: 'travelling', bondState: 'notice_given', breach: 'paused' }, 'breach_paused'],
  [
    { caseState: 'travelling', bondState: 'breach_declared', breach: 'declared' },
    'breach_declared',
  ],
  [{ caseState: 'travelling', bondState: 'appealed', breach: 'appealed' }, 'breach_appealed'],
  [{ caseState: 'closed', bondState: 'closed', breach: 'final' }, 'breach_final'],
  [{ caseState: 'closed', bondState: 'cancelled', breach: 'returned' }, 'refund_under_way'],
  [{ caseState: 'closed', bondState: 'cancelled' }, 'refund_under_way'],
  [
    {
      caseState: 'closed',
      bondState: 'cancelled',
      refund: { next: 'treasury_decides', isReturned: false },
    },
    'refund_problem',
  ],
  [
    {
      caseState: 'closed',
      bondState: 'cancelled',
      refund: { next: 'treasury_looks', isReturned: false },
    },
    'refund_waits',
  ],
  [
    {
      caseState: 'closed',
      bondState: 'cancelled',
      refund: { next: 'payer_gives_details', isReturned: false },
    },
    'refund_needs_you',
  ],
  [
    { caseState: 'closed', bondState: 'closed', refund: { next: 'nothing', isReturned: true } },
    'refunded',
  ],
  [{ caseState: 'closed', bondState: null }, 'closed'],
  [{ caseState: 'refused_after_posting', bondState: 'cancelled' }, 'refund_under_way'],
  [{ caseState: 'withdrawn', bondState: null }, 'withdrawn'],
  [{ caseState: 'bond_required', bondState: 'unsecured' }, 'payment_reversed'],
  [{ asked: 'waits' }, 'bond_payer_asked'],
  [{ asked: 'waits', bondState: 'payment_started' }, 'bond_paying'],
  [{ isPayer: false }, 'bond_with_payer'],
  [{ isPayer: false, isSigned: true, bondState: 'payment_started' }, 'bond_with_payer'],
  [{ isPayer: false, caseState: 'bond_posted', bondState: 'held' }, 'bond_held'],
  [{ isPayer: false, caseState: 'closed', bondState: 'cancelled' }, 'refund_to_payer'],
  [
    {
      ...{ isPayer: false, caseState: 'closed', bondState: 'closed' },
      refund: { next: 'nothing', isReturned: true },
    },
    'refunded_to_payer',
  ],
])('%j is told as %s', (more, expected) => expect(situationOf(facts(more))).toBe(expected));

test('every state of case and bond together has a sentence in both languages', () => {
  const bonds = [null, ...bondLifecycle.states];
  for (const caseState of caseLifecycle.states) {
    for (const bondState of bonds) {
      const told = situationOf(facts({ caseState, bondState }));
      expect(situations).toContain(told);
      expect(standing[told].who).toBeTruthy();
      for (const lang of ['en', 'fr'] as const) {
        expect(texts.textFor(lang)(`tracking.situation.${told}.status`)).not.toBe('');
      }
    }
  }
});

test('every event of the three lifecycles has its words, and every notice', () => {
  const keys = [
    ...caseLifecycle.events.map((e) => `case.${e}`),
    ...bondLifecycle.events.map((e) => `bond.${e}`),
    ...disbursementLifecycle.events.map((e) => `refund.${e}`),
    ...['case.departed', 'bond.signed'],
  ].map((key) => `tracking.history.${key}`);
  for (const lang of ['en', 'fr'] as const) {
    const t = texts.textFor(lang);
    expect(keys.filter((key) => !t.has(key))).toEqual([]);
    expect(notices.filter((n) => !t.has(`tracking.notice.${n}`))).toEqual([]);
  }
});

test('the history has the departure after the entry, as a day and not an hour', () => {
  const [entered, left] = ['2026-11-24T15:00:00Z', '2026-11-24'];
  const step = { seq: 1, from: 'visa_issued', to: 'travelling', reasonCode: null } as const;
  const [first, second] = historyOf({
    openedAt: Temporal.Instant.from('2026-11-01T00:00:00Z'),
    accountId: 'me',
    signedAt: null,
    departedOn: Temporal.PlainDate.from(left),
    case: [
      { ...step, event: 'admitted', actorKind: 'system', actorId: null, happenedAt: Temporal.Instant.from(entered) }, // prettier-ignore
    ],
    bond: [],
    refund: [],
  });
  expect([first?.key, second?.key]).toEqual(['case.departed', 'case.admitted']);
  expect(first?.day?.toString()).toBe(left);
});

test('one history of case, bond and refund: newest first, each moment told once', () => {
  const at = (hour: number) =>
    Temporal.Instant.from(`2026-11-24T${String(hour).padStart(2, '0')}:00:00Z`);
  const step = { seq: 1, from: 'draft', to: 'submitted', reasonCode: null } as const;
  const items = historyOf({
    openedAt: at(1),
    accountId: 'me',
    signedAt: at(3),
    departedOn: null,
    case: [
      { ...step, event: 'submitted', actorKind: 'account', actorId: 'me', happenedAt: at(2) },
      { ...step, event: 'bond_posted', actorKind: 'system', actorId: null, happenedAt: at(4) },
      { ...step, event: 'visa_issued', actorKind: 'account', actorId: 'she', happenedAt: at(5) },
    ],
    bond: [
      { ...step, from: 'required', to: 'held', event: 'money_arrived', actorKind: 'system', actorId: null, happenedAt: at(4) }, // prettier-ignore
    ],
    refund: [
      { event: 'approved', from: 'due', to: 'approved', actorKind: 'system', actorId: null, reasonCode: null, at: at(6) }, // prettier-ignore
      { event: 'sending_started', from: 'approved', to: 'sending', actorKind: 'system', actorId: null, reasonCode: null, at: at(7) }, // prettier-ignore
    ],
  });
  expect(items.map((i) => `${i.key} ${i.by}`)).toEqual([
    'refund.approved itself',
    'case.visa_issued consulate',
    'bond.money_arrived itself',
    'bond.signed you',
    'case.submitted you',
    'case.opened you',
  ]);
});
