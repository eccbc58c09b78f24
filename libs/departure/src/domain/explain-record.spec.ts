import { expect, test } from '@jest/globals';
import { Temporal } from '#kernel';
import type { AssessedCase, Assessment } from './assess-movement.ts';
import { explainCorrection, explainRecord } from './explain-record.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const on = day('2026-05-03');
const LEAVE_BY = day('2026-05-12');
const visa = {
  ...{ validFrom: day('2026-04-01'), validUntil: day('2026-06-30'), stayDays: 30 },
  ...{ admittedOn: day('2026-04-12'), admittedDocumentId: 'd', leaveBy: LEAVE_BY },
  ...{ extendedUntil: null, departedOn: null },
};
const travelling = (bondState: string | null): AssessedCase => ({
  ...{ stage: 'travelling', visa, bondState },
});
const document = 'passport';
const R15a: Assessment = { kind: 'cancel', rule: 'R15a', on, document };
const R15c: Assessment = { kind: 'cancel', rule: 'R15c', on, document };
const admit: Assessment = { kind: 'admit', on, leaveBy: day('2026-06-02'), document };
const late: Assessment = { kind: 'refer', ground: 'late', on, document };
const desk: Assessment = { kind: 'desk', why: 'port_not_listed' };
const known: Assessment = { kind: 'nothing', why: 'already_departed' };

// Written by hand: what was decided, of which bond, and what the traveller is told.
test.each([
  ['admitted', admit, 'held', 'admitted', '2026-06-02'],
  ['departed', R15a, 'held', 'departed_in_time', '2026-05-12'],
  ['departed', R15a, 'evidence_requested', 'departed_in_time', '2026-05-12'],
  ['departed', R15a, null, 'departed_in_time_no_bond', '2026-05-12'],
  ['departed', R15a, 'closed', 'departed_in_time_no_bond', '2026-05-12'],
  ['departed', late, 'held', 'departed_late', '2026-05-12'],
  ['refused', R15c, 'held', 'refused', null],
  ['refused', R15c, null, 'refused_no_bond', null],
  ['admitted', desk, 'held', 'admitted_with_officer', null],
  ['departed', desk, 'held', 'departed_with_officer', null],
  ['refused', desk, 'held', 'refused_with_officer', null],
] as const)('%s, %j with a bond that is %s: %s, %s', (kind, assessment, bond, code, leaveBy) => {
  const told = explainRecord(assessment, { kind, on, case: travelling(bond) });
  expect(told).toEqual({ code, on, leaveBy: leaveBy && day(leaveBy) });
});

test('what was known already, and what is of no case, is not told', () => {
  expect(explainRecord(known, { kind: 'departed', on, case: travelling('held') })).toBeNull();
  const noCase: Assessment = { kind: 'desk', why: 'no_case' };
  expect(explainRecord(noCase, { kind: 'departed', on, case: null })).toBeNull();
});

const told = { code: 'departed_in_time', on, leaveBy: LEAVE_BY } as const;
const other = day('2026-05-04');
test.each([
  ['changes_nothing', { ...told, on: other }],
  ['replaces', { code: 'taken_back', on, leaveBy: null }],
  ['takes_back', { code: 'taken_back', on, leaveBy: null }],
  ['for_a_person', { code: 'correction_with_officer', on, leaveBy: null }],
] as const)('a correction that %s: %j', (correction, after) => {
  expect(explainCorrection(correction, told, other)).toEqual(after);
});
