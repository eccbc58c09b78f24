import { describe, expect, test } from '@jest/globals';
import { caseOfRecord, type AssessedCase } from './assess-movement.ts';
import {
  assess,
  at,
  closed,
  day,
  travelling,
  unusedVisa,
  usedVisa,
  waiting,
} from './assess-movement.examples.ts';

describe('an admission', () => {
  test('within the visa starts the stay', () => {
    expect(assess('admitted', '2026-11-10T08:00:00Z', waiting)).toEqual({
      kind: 'admit',
      on: day('2026-11-10'),
      leaveBy: day('2026-12-10'),
      document: 'passport',
    });
  });
  test.each(['2026-11-01T00:00:00Z', '2027-02-01T23:59:59Z'])('counts at %s, an edge', (when) => {
    expect(assess('admitted', when, waiting).kind).toBe('admit');
  });
  test.each(['2026-10-31T23:59:59Z', '2027-02-02T00:00:00Z'])('outside at %s: a desk', (when) => {
    expect(assess('admitted', when, waiting)).toEqual({
      kind: 'desk',
      why: 'outside_visa_validity',
    });
  });
  test.each(['2026-11-10', '2026-11-24', '2026-12-10'])(
    'ends the stay as the border says',
    (until) => {
      const authorisedUntil = day(until);
      expect(assess('admitted', '2026-11-10T08:00:00Z', waiting, { authorisedUntil })).toEqual({
        ...{ kind: 'admit', on: day('2026-11-10'), leaveBy: authorisedUntil, document: 'passport' },
      });
    },
  );
  test.each(['2026-11-09', '2026-12-11', '9999-12-31'])(
    'authorised until %s, before it began or longer than the visa: a desk',
    (until) => {
      const authorisedUntil = day(until);
      expect(assess('admitted', '2026-11-10T08:00:00Z', waiting, { authorisedUntil })).toEqual({
        kind: 'desk',
        why: 'authorised_outside_stay',
      });
    },
  );
  test('on the same day again is no news, on another day a second entry', () => {
    expect(assess('admitted', '2026-11-10T20:00:00Z', travelling)).toEqual({
      kind: 'nothing',
      why: 'already_admitted',
    });
    expect(assess('admitted', '2026-11-20T20:00:00Z', travelling)).toEqual({
      kind: 'desk',
      why: 'second_admission',
    });
  });
});

test('an admission told again with another last day is a correction, for a desk', () => {
  const when = '2026-11-10T20:00:00Z';
  const told = (until: string, c: AssessedCase = travelling) =>
    assess('admitted', when, c, { authorisedUntil: day(until) });
  expect(told('2026-12-10')).toEqual({ kind: 'nothing', why: 'already_admitted' });
  for (const until of ['2026-12-09', '2026-12-31']) {
    expect(told(until)).toEqual({ kind: 'desk', why: 'second_admission' });
    // Also when the money has gone back already (R16).
    expect(told(until, closed)).toEqual({ kind: 'desk', why: 'second_admission' });
  }
});

describe('a departure', () => {
  test.each(['2026-11-10T23:00:00Z', '2026-12-01T09:00:00Z', '2026-12-10T23:59:59.999Z'])(
    'at %s, on or before the leave-by date, cancels the bond',
    (when) => {
      expect(assess('departed', when, travelling)).toMatchObject({ kind: 'cancel', rule: 'R15a' });
    },
  );
  test('after the leave-by date is referred to a person', () => {
    expect(assess('departed', '2026-12-11T00:00:00Z', travelling)).toEqual({
      kind: 'refer',
      ground: 'late',
      on: day('2026-12-11'),
      document: 'passport',
    });
  });
  test('without an admission goes to a desk', () => {
    expect(assess('departed', '2026-11-20T09:00:00Z', waiting)).toEqual({
      kind: 'desk',
      why: 'departure_without_admission',
    });
  });
  test('before the admission goes to a desk, by day and by moment', () => {
    const before = { kind: 'desk', why: 'departure_before_admission' };
    expect(assess('departed', '2026-11-09T23:59:59Z', travelling)).toEqual(before);
    const earlier = [{ kind: 'admitted' as const, happenedAt: at('2026-11-10T08:00:00Z') }];
    expect(assess('departed', '2026-11-10T07:59:59Z', travelling, { earlier })).toEqual(before);
    expect(assess('departed', '2026-11-10T08:00:01Z', travelling, { earlier }).kind).toBe('cancel');
  });
  test('told again is no news; another day after the end is for a desk', () => {
    expect(assess('departed', '2026-12-01T22:00:00Z', closed)).toEqual({
      kind: 'nothing',
      why: 'already_departed',
    });
    expect(assess('departed', '2026-12-02T22:00:00Z', closed)).toEqual({
      kind: 'desk',
      why: 'record_after_close',
    });
  });
  test('that was referred is no news when it is told again; another day is for a desk', () => {
    const late = { ...usedVisa, departedOn: day('2026-12-12') };
    const referred = { ...travelling, visa: late, bondState: 'referred' };
    expect(assess('departed', '2026-12-12T09:00:00Z', referred)).toEqual({
      kind: 'nothing',
      why: 'already_departed',
    });
    expect(assess('departed', '2026-12-10T09:00:00Z', referred)).toEqual({
      kind: 'desk',
      why: 'bond_not_held',
    });
  });
  test('under a visa that was withdrawn is for a desk', () => {
    const gone = { ...waiting, stage: 'over' as const, bondState: 'cancelled' };
    for (const kind of ['admitted', 'departed', 'refused'] as const) {
      expect(assess(kind, '2026-11-20T09:00:00Z', gone)).toEqual({
        kind: 'desk',
        why: 'record_after_close',
      });
    }
  });
  test('without a bond closes the case in time, and is for a desk when late', () => {
    const free = { ...travelling, bondState: null };
    expect(assess('departed', '2026-12-01T09:00:00Z', free).kind).toBe('cancel');
    expect(assess('departed', '2026-12-11T09:00:00Z', free)).toEqual({
      kind: 'desk',
      why: 'late_without_bond',
    });
  });
  test('with a bond whose money left by another way ends the case in time (R35)', () => {
    const empty = { ...travelling, bondState: 'closed' };
    expect(assess('departed', '2026-12-01T09:00:00Z', empty).kind).toBe('cancel');
    expect(assess('departed', '2026-12-11T09:00:00Z', empty)).toEqual({
      kind: 'desk',
      why: 'late_without_bond',
    });
  });
  test.each([
    ['referred', { kind: 'desk', why: 'bond_not_held' }],
    ['notice_given', { kind: 'desk', why: 'bond_not_held' }],
    ['unsecured', { kind: 'desk', why: 'bond_not_held' }],
    ['cancelled', { kind: 'nothing', why: 'already_decided' }],
  ])('with a bond that is %s moves nothing', (bondState, expected) => {
    for (const when of ['2026-12-01T09:00:00Z', '2026-12-11T09:00:00Z']) {
      expect(assess('departed', when, { ...travelling, bondState })).toEqual(expected);
    }
  });
});

test('a stay that was extended ends with its new last day, inclusive (R17)', () => {
  const longer = { ...travelling, visa: { ...usedVisa, leaveBy: day('2026-12-20') } };
  expect(assess('departed', '2026-12-20T23:59:59Z', longer)).toMatchObject({ rule: 'R15a' });
  expect(assess('departed', '2026-12-21T00:00:00Z', longer)).toMatchObject({ kind: 'refer' });
});

test('an entry after the departure is no part of the stay: one entry (R13)', () => {
  expect(assess('admitted', '2026-12-05T09:00:00Z', closed)).toEqual({
    ...{ kind: 'desk', why: 'record_after_close' },
  });
});

test('a departure that is recorded after all answers the request for evidence (R15a, R16)', () => {
  const asked = { ...travelling, bondState: 'evidence_requested' };
  expect(assess('departed', '2026-12-10T09:00:00Z', asked)).toMatchObject({
    ...{ kind: 'cancel', rule: 'R15a' },
  });
  expect(assess('departed', '2026-12-11T09:00:00Z', asked)).toMatchObject({ kind: 'refer' });
});

describe('a refusal at the port', () => {
  test('of a visa in force returns the bond (R15c)', () => {
    expect(assess('refused', '2026-11-10T08:00:00Z', waiting)).toEqual({
      kind: 'cancel',
      rule: 'R15c',
      on: day('2026-11-10'),
      document: 'passport',
    });
  });
  test('told again by another system is no news', () => {
    const turnedAway = { ...closed, visa: unusedVisa };
    const earlier = [{ kind: 'refused' as const, happenedAt: at('2026-11-10T08:00:00Z') }];
    expect(assess('refused', '2026-11-10T09:00:00Z', turnedAway, { earlier })).toEqual({
      kind: 'nothing',
      why: 'already_decided',
    });
    expect(assess('refused', '2026-11-11T09:00:00Z', turnedAway, { earlier }).kind).toBe('desk');
  });
  test('outside the visa, after an admission or after the end goes to a desk', () => {
    const why = (when: string, c: AssessedCase) => {
      const a = assess('refused', when, c);
      return a.kind === 'desk' ? a.why : a.kind;
    };
    expect(why('2026-10-31T08:00:00Z', waiting)).toBe('outside_visa_validity');
    expect(why('2026-11-12T08:00:00Z', travelling)).toBe('refused_after_admission');
    expect(why('2026-12-12T08:00:00Z', closed)).toBe('record_after_close');
  });
});

describe('any record', () => {
  const kinds = ['admitted', 'departed', 'refused'] as const;
  test.each(kinds)('%s for somebody without a case goes to a desk', (kind) => {
    expect(assess(kind, '2026-11-10T08:00:00Z', null)).toEqual({ kind: 'desk', why: 'no_case' });
  });
  test.each(kinds)('%s before a visa was issued means nothing here', (kind) => {
    // Withdrawn before a visa was issued is over, too.
    for (const stage of ['before_a_visa', 'over'] as const) {
      const c = { stage, visa: null, bondState: null };
      expect(assess(kind, '2026-11-10T08:00:00Z', c)).toEqual({ kind: 'nothing', why: 'no_visa' });
    }
  });
  test.each(kinds)('%s at a port that is not listed is evidence for a desk (R14)', (kind) => {
    const expected = { kind: 'desk', why: 'port_not_listed' };
    const theCase = kind === 'departed' ? travelling : waiting;
    const port = { zone: 'Africa/Bamako', listed: false };
    expect(assess(kind, '2026-11-20T08:00:00Z', theCase, { port })).toEqual(expected);
    expect(assess(kind, '2026-11-20T08:00:00Z', theCase, { port: null })).toEqual(expected);
  });
});

test('a record is about the journey under way, else the visa that covers its day', () => {
  const old = {
    id: 'old',
    state: 'closed',
    visa: { ...unusedVisa, validUntil: day('2026-11-05') },
  };
  const now = { id: 'now', state: 'visa_issued', visa: unusedVisa };
  const trip = { id: 'trip', state: 'travelling', visa: usedVisa };
  const draft = { id: 'draft', state: 'draft', visa: null };
  expect(caseOfRecord([draft, now, trip, old], day('2026-11-03'))?.id).toBe('trip');
  expect(caseOfRecord([draft, old, now], day('2026-11-03'))?.id).toBe('now');
  expect(caseOfRecord([draft, old], day('2026-11-03'))?.id).toBe('old');
  expect(caseOfRecord([draft, now], day('2027-11-03'))?.id).toBe('now');
  expect(caseOfRecord([draft], day('2026-11-03'))?.id).toBe('draft');
  expect(caseOfRecord([], day('2026-11-03'))).toBeUndefined();
});
