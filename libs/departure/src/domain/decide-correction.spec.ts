import { describe, expect, test } from '@jest/globals';
import { travelDay, type AssessedCase, type Assessment } from './assess-movement.ts';
import {
  assess,
  at,
  closed,
  day,
  travelling,
  unusedVisa,
  waiting,
} from './assess-movement.examples.ts';
import {
  decideCorrection,
  effectOf,
  withoutEffect,
  type CorrectionFacts,
  type EffectiveOutcome,
} from './decide-correction.ts';

const left: AssessedCase = { ...closed, bondState: 'cancelled' };
const turnedAway: AssessedCase = { stage: 'over', visa: unusedVisa, bondState: 'cancelled' };

/** What a record told anew would mean, had its older never come. */
const again = (
  effect: EffectiveOutcome,
  theCase: AssessedCase,
  ...[kind, when, more]: [Parameters<typeof assess>[0], string, Parameters<typeof assess>[3]?]
): Assessment => assess(kind, when, withoutEffect(theCase, effect), more);

const decide = (
  effect: EffectiveOutcome | null,
  theCase: AssessedCase | null,
  anew: Assessment | null,
  more: Partial<CorrectionFacts> = {},
) => decideCorrection({ effect, case: theCase, anew, documentId: 'passport-m', ...more });

test('only what moved a case or a bond is an effect', () => {
  for (const outcome of ['admitted', 'R15a', 'R15c', 'referred_late']) {
    expect(effectOf(outcome)).toBe(outcome);
  }
  for (const outcome of ['no_visa', 'already_admitted', 'already_departed', 'deleted', null]) {
    expect(effectOf(outcome)).toBeNull();
  }
});

test('a record that did nothing is replaced by another as if it had not been', () => {
  for (const theCase of [null, waiting, travelling, left]) {
    expect(decide(null, theCase, null)).toBe('replaces');
  }
});

describe('an admission', () => {
  const admission = (when: string, more = {}) =>
    again('admitted', travelling, 'admitted', when, more);

  test('told anew with the same stay changes nothing, also after the end', () => {
    const same = admission('2026-11-10T11:00:00Z');
    expect(same).toMatchObject({
      kind: 'admit',
      on: day('2026-11-10'),
      leaveBy: day('2026-12-10'),
    });
    expect(decide('admitted', travelling, same)).toBe('changes_nothing');
    expect(decide('admitted', left, same)).toBe('changes_nothing');
    expect(decide('admitted', travelling, same, { documentId: 'other' })).toBe('takes_back');
  });

  test.each([
    ['another day', admission('2026-11-12T08:00:00Z')],
    ['another last day', admission('2026-11-10T08:00:00Z', { authorisedUntil: day('2026-11-24') })],
    ['a day outside the visa', admission('2026-10-30T08:00:00Z')],
    ['a port that is not listed', admission('2026-11-10T08:00:00Z', { port: null })],
    ['somebody else, or a deletion', null],
  ])('corrected to %s: taken back while nothing was decided', (_what, anew) => {
    expect(decide('admitted', travelling, anew)).toBe('takes_back');
    expect(decide('admitted', { ...travelling, bondState: null }, anew)).toBe('takes_back');
    for (const bondState of ['evidence_requested', 'referred', 'notice_given', 'unsecured']) {
      expect(decide('admitted', { ...travelling, bondState }, anew)).toBe('for_a_person');
    }
    for (const bondState of ['cancelled', 'closed']) {
      expect(decide('admitted', { ...left, bondState }, anew)).toBe('for_a_person');
    }
  });

  test('is for a person once two people moved the last day on the strength of it (R17)', () => {
    const until = day('2027-01-09');
    const extended = { ...travelling.visa!, leaveBy: until, extendedUntil: until };
    for (const anew of [null, admission('2026-11-12T08:00:00Z')]) {
      expect(decide('admitted', { ...travelling, visa: extended }, anew)).toBe('for_a_person');
    }
  });

  test('taken back, the visa is as it was: the corrected record begins the stay anew', () => {
    const before = withoutEffect(travelling, 'admitted');
    expect(before).toEqual(waiting);
    expect(assess('admitted', '2026-11-12T08:00:00Z', before)).toMatchObject({
      ...{ kind: 'admit', on: day('2026-11-12'), leaveBy: day('2026-12-12') },
    });
    expect(assess('departed', '2026-12-01T08:00:00Z', before)).toEqual({
      ...{ kind: 'desk', why: 'departure_without_admission' },
    });
  });
});

describe('a departure', () => {
  const departure = (when: string, more = {}) => again('R15a', left, 'departed', when, more);

  test.each(['2026-11-30T08:00:00Z', '2026-12-01T08:00:00Z', '2026-12-10T23:59:59Z'])(
    'in time corrected to %s, in time as well, changes nothing',
    (when) => expect(decide('R15a', left, departure(when))).toBe('changes_nothing'),
  );
  test.each([
    ['a late one', departure('2026-12-11T00:00:00Z')],
    ['one before the admission', departure('2026-11-09T08:00:00Z')],
    ['another port', departure('2026-12-01T08:00:00Z', { port: null })],
    ['a refused entry', again('R15a', left, 'refused', '2026-12-01T08:00:00Z')],
    ['nothing at all', null],
  ])('corrected to %s is for a person: the money was decided about (R16)', (_what, anew) => {
    for (const bondState of ['cancelled', 'closed', 'unsecured']) {
      expect(decide('R15a', { ...left, bondState }, anew)).toBe('for_a_person');
    }
    // Without a bond the case is over all the same.
    expect(decide('R15a', { ...left, bondState: null }, anew)).toBe('for_a_person');
  });

  test('late corrected to late changes nothing, to one in time is for a person', () => {
    const referred = { ...left, stage: 'travelling', bondState: 'referred' } as const;
    const late = again('referred_late', referred, 'departed', '2026-12-20T08:00:00Z');
    const inTime = again('referred_late', referred, 'departed', '2026-12-10T08:00:00Z');
    expect(decide('referred_late', referred, late)).toBe('changes_nothing');
    expect(decide('referred_late', referred, inTime)).toBe('for_a_person');
  });
});

test('a refusal corrected to an admission is for a person, to another refusal changes nothing', () => {
  const told = (kind: 'refused' | 'admitted', when: string) =>
    again('R15c', turnedAway, kind, when);
  expect(decide('R15c', turnedAway, told('refused', '2026-11-11T08:00:00Z'))).toBe(
    'changes_nothing',
  );
  expect(decide('R15c', turnedAway, told('admitted', '2026-11-10T08:00:00Z'))).toBe('for_a_person');
  expect(decide('R15c', turnedAway, told('refused', '2026-10-10T08:00:00Z'))).toBe('for_a_person');
});

test.each([
  ['in their order', [0, 1, 2, 3]],
  ['the departure first', [3, 0, 1, 2]],
  ['backwards', [3, 2, 1, 0]],
])('several records that come %s end alike: one stay, and its departure in time', (_how, order) => {
  const records = [
    { kind: 'admitted', when: '2026-11-10T08:00:00Z' },
    { kind: 'admitted', when: '2026-11-10T08:05:00Z' },
    { kind: 'departed', when: '2026-12-01T09:00:00Z' },
    { kind: 'departed', when: '2026-12-01T10:00:00Z' },
  ] as const;
  const on = (when: string) => travelDay({ happenedAt: at(when) }, 'UTC');
  let theCase: AssessedCase = waiting;
  const aside: (typeof records)[number][] = [];
  const put = (one: (typeof records)[number]): void => {
    const said = assess(one.kind, one.when, theCase);
    if (said.kind === 'desk') aside.push(one);
    if (said.kind === 'admit') {
      theCase = { ...travelling, visa: { ...travelling.visa!, admittedOn: said.on } };
      // What was set aside before its admission is taken up again.
      aside.splice(0).forEach(put);
    }
    if (said.kind === 'cancel') {
      theCase = { ...left, visa: { ...theCase.visa!, departedOn: on(one.when) } };
    }
  };
  order.forEach((i) => put(records[i]!));
  expect(aside).toEqual([]);
  expect(theCase).toMatchObject({ stage: 'over', bondState: 'cancelled' });
  expect(theCase.visa).toMatchObject({
    ...{ admittedOn: day('2026-11-10'), departedOn: day('2026-12-01') },
  });
});
