import { addDays, endOfDay, isOnOrBefore, Temporal, type PlainDate } from '#kernel';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  decideSilence,
  decideUnanswered,
  type AnswerFacts,
  type SilenceFacts,
} from './decide-silence.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);
const BAMAKO = 'Africa/Bamako';
const visa = {
  validFrom: day('2026-11-01'),
  admittedOn: null,
  departedOn: null,
  dueOn: day('2027-02-15'),
};
const unused: SilenceFacts = {
  now: at('2027-02-16T00:00:00Z'),
  stage: 'visa_issued',
  visa,
  bondState: 'held',
  isFrozen: false,
  zones: [BAMAKO],
  areComplete: () => true,
};
const stay = { ...visa, admittedOn: day('2026-11-10'), dueOn: day('2026-12-17') };
const missing: SilenceFacts = { ...unused, stage: 'travelling', visa: stay };

describe('a visa of which there is no record', () => {
  test('returns what its bond holds, and ends the case where it holds nothing (R15b)', () => {
    expect(decideSilence(unused)).toEqual({ kind: 'unused', rule: 'R15b', returns: true });
    for (const bondState of [null, 'cancelled', 'closed', 'unsecured']) {
      expect(decideSilence({ ...unused, bondState })).toMatchObject({ returns: false });
    }
    expect(decideSilence({ ...unused, bondState: 'referred' })).toEqual({ kind: 'over' });
  });
  test('waits for the end of the day, for records, and for money that left elsewhere', () => {
    const why = (more: Partial<SilenceFacts>) => decideSilence({ ...unused, ...more });
    expect(why({ now: at('2027-02-15T23:59:59.999Z') })).toMatchObject({ why: 'not_due' });
    expect(why({ areComplete: () => false })).toMatchObject({ why: 'records_incomplete' });
    expect(why({ isFrozen: true })).toMatchObject({ why: 'frozen' });
  });
  test.each(['over', 'before_a_visa'] as const)('is looked at no more when it is %s', (stage) => {
    expect(decideSilence({ ...unused, stage })).toEqual({ kind: 'over' });
    expect(decideSilence({ ...unused, visa: { ...visa, dueOn: null } })).toEqual({ kind: 'over' });
  });
  test('is asked about from its first day, a stay from its admission', () => {
    const asked: string[] = [];
    const areComplete = (from: PlainDate, through: PlainDate) => {
      asked.push(`${from}..${through}`);
      return true;
    };
    decideSilence({ ...unused, areComplete });
    decideSilence({ ...missing, areComplete });
    expect(asked).toEqual(['2026-11-01..2027-02-15', '2026-11-10..2026-12-17']);
  });
});

describe('a stay without a departure', () => {
  test('is a question first, never more (R16, R21)', () => {
    expect(decideSilence(missing)).toEqual({ kind: 'request_evidence' });
  });
  test('without money to ask about waits for a person', () => {
    for (const bondState of [null, 'closed', 'unsecured']) {
      expect(decideSilence({ ...missing, bondState })).toEqual({ kind: 'wait', why: 'no_bond' });
    }
  });
  test.each(['evidence_requested', 'referred', 'notice_given', 'breach_declared'])(
    'with a bond that is %s is with people already',
    (bondState) => {
      expect(decideSilence({ ...missing, bondState })).toEqual({ kind: 'over' });
    },
  );
  test('that has its departure is over', () => {
    const left = { ...stay, departedOn: day('2026-12-12') };
    expect(decideSilence({ ...missing, visa: left })).toEqual({ kind: 'over' });
  });
});

const request = {
  silentFrom: day('2026-11-10'),
  answerOn: day('2027-01-01'),
  zone: 'America/New_York',
  answeredAt: null,
};
const asked: AnswerFacts = {
  ...{ now: at('2027-01-02T05:00:00Z'), bondState: 'evidence_requested', isFrozen: false },
  ...{ zones: [BAMAKO], areComplete: () => true, request },
};

describe('a request for evidence', () => {
  test('without an answer is referred when its last day is over at the consulate', () => {
    expect(decideUnanswered(asked)).toEqual({ kind: 'refer', ground: 'no_departure_record' });
    const sooner = { ...asked, now: at('2027-01-02T04:59:59.999Z') };
    expect(decideUnanswered(sooner)).toEqual({ kind: 'wait', why: 'not_due' });
  });
  test('waits for an officer who has the answer, for records and for money left elsewhere', () => {
    const answered = { ...request, answeredAt: at('2026-12-30T00:00:00Z') };
    expect(decideUnanswered({ ...asked, request: answered })).toMatchObject({ why: 'answered' });
    expect(decideUnanswered({ ...asked, areComplete: () => false })).toMatchObject({
      why: 'records_incomplete',
    });
    expect(decideUnanswered({ ...asked, isFrozen: true })).toMatchObject({ why: 'frozen' });
    expect(decideUnanswered({ ...asked, bondState: 'cancelled' })).toEqual({ kind: 'over' });
  });
});

const ZONES = [BAMAKO, 'America/New_York', 'Pacific/Apia', 'Asia/Kathmandu', 'Pacific/Pago_Pago'];
const days = fc.integer({ min: 0, max: 800 }).map((n) => addDays(day('2026-11-01'), n));
const states = fc.constantFrom(
  null,
  'held',
  'evidence_requested',
  'cancelled',
  'closed',
  'referred',
);

test('property: without complete records nothing is returned, asked or referred', () => {
  const stages = fc.constantFrom('visa_issued' as const, 'travelling' as const);
  fc.assert(
    fc.property(
      stages,
      states,
      days,
      days,
      fc.boolean(),
      (stage, bondState, dueOn, today, frozen) => {
        const facts = {
          ...{ now: endOfDay(today, BAMAKO), bondState, isFrozen: frozen, zones: [BAMAKO] },
          areComplete: () => false,
        };
        const seen = { ...(stage === 'travelling' ? stay : visa), dueOn };
        expect(['over', 'wait']).toContain(decideSilence({ ...facts, stage, visa: seen }).kind);
        const open = { ...request, answerOn: dueOn };
        expect(['over', 'wait']).toContain(decideUnanswered({ ...facts, request: open }).kind);
      },
    ),
  );
});

test('property: nothing happens before the due day is over in every zone, leap days included', () => {
  fc.assert(
    fc.property(fc.subarray(ZONES, { minLength: 1 }), days, days, (zones, dueOn, today) => {
      const now = endOfDay(today, 'UTC');
      const decided = decideSilence({ ...unused, now, zones, visa: { ...visa, dueOn } });
      const isOver = zones.every((zone) => {
        const there = now.toZonedDateTimeISO(zone).toPlainDate();
        return !isOnOrBefore(there, dueOn);
      });
      expect(decided.kind === 'unused').toBe(isOver);
    }),
  );
});
