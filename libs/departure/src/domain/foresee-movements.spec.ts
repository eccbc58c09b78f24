import { expect, test } from '@jest/globals';
import { at, day, travelling, unusedVisa, waiting } from './assess-movement.examples.ts';
import { foreseeMovements, type CaseBefore, type RecordToCome } from './foresee-movements.ts';

const caseOf = (more: Partial<CaseBefore> = {}): CaseBefore => ({
  ...waiting,
  ...{ reference: 'VB-1', state: 'visa_issued', basisOf: () => 'passport', ...more },
});
let lines = 1;
const record = (kind: RecordToCome['kind'], when: string, portCode = 'BKO'): RecordToCome => ({
  ...{ line: ++lines, kind, happenedAt: at(when), portCode },
  ...{ authorisedUntil: null, documentId: 'passport-m' },
});
const foresee = (records: RecordToCome[], ...cases: CaseBefore[]) =>
  foreseeMovements(records, { cases, earlier: [] }, (code) =>
    code === 'BKO' ? { zone: 'Africa/Bamako', listed: true } : null,
  ).map(({ outcome, why, reference }) => `${outcome} ${why} ${reference}`);

const IN = '2026-11-10T09:00:00Z';
const OUT = '2026-11-20T09:00:00Z';
const LATE = '2026-12-20T09:00:00Z';

test('each is seen after those before it', () => {
  const stay = [record('admitted', IN), record('departed', OUT), record('departed', OUT)];
  expect(foresee(stay, caseOf())).toEqual([
    'admit admitted VB-1',
    'cancel R15a VB-1',
    'nothing already_departed VB-1',
  ]);
});

test('a late departure is referred, once', () => {
  const stay = [record('admitted', IN), record('departed', LATE), record('departed', LATE)];
  expect(foresee(stay, caseOf())).toEqual([
    'admit admitted VB-1',
    'refer late VB-1',
    'nothing already_departed VB-1',
  ]);
});

test('refused entry returns the bond and ends the case', () => {
  const twice = [record('refused', IN), record('refused', IN), record('admitted', OUT)];
  expect(foresee(twice, caseOf())).toEqual([
    'cancel R15c VB-1',
    'nothing already_decided VB-1',
    'desk record_after_close VB-1',
  ]);
});

test('of several cases the one that the record is about', () => {
  const over = caseOf({ reference: 'VB-0', state: 'closed', stage: 'over' });
  const under = caseOf({ ...travelling, reference: 'VB-2', state: 'travelling' });
  expect(foresee([record('departed', OUT)], over, under)).toEqual(['cancel R15a VB-2']);
});

test('without a case, a visa or the right document and port, nothing is moved', () => {
  expect(foresee([record('departed', OUT)])).toEqual(['desk no_case null']);
  const one = [record('admitted', IN)];
  expect(foresee(one, caseOf({ visa: null, stage: 'before_a_visa' }))).toEqual([
    'nothing no_visa VB-1',
  ]);
  expect(foresee(one, caseOf({ basisOf: () => null }))).toEqual(['desk other_document VB-1']);
  expect(foresee([record('admitted', IN, 'CDG')], caseOf())).toEqual(['desk port_not_listed VB-1']);
  const old = caseOf({ visa: { ...unusedVisa, validUntil: day('2026-11-05') } });
  expect(foresee(one, old)).toEqual(['desk outside_visa_validity VB-1']);
});
