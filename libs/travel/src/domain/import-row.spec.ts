import { expect, test } from '@jest/globals';
import { Temporal } from '#kernel';
import { checkRow, importFields, rowFaults, type RowRules, type TypedRow } from './import-row.ts';

const SENT = Temporal.Instant.from('2026-11-24T12:00:00Z');
const rules: RowRules = {
  ports: new Set(['BKO', 'XYZ']),
  sentAtMs: SENT.epochMilliseconds,
  stateOf: (code) => (code === 'US' || code === 'USA' ? 'USA' : null),
};
const good: TypedRow = {
  ...{ record_id: 'BKO-1', kind: 'admitted', port: 'BKO', happened_at: '2026-11-24T09:30:00Z' },
  ...{ authorised_until: '2026-12-24', issuing_state: 'US', document_number: '9123 45678' },
};

test('a good row is taken as it is meant', () => {
  expect(checkRow({ ...good, kind: 'Admitted', port: 'bko' }, rules)).toEqual({
    ...{ recordId: 'BKO-1', kind: 'admitted', port: 'BKO', authorisedUntil: '2026-12-24' },
    happenedAtMs: Temporal.Instant.from('2026-11-24T09:30:00Z').epochMilliseconds,
    ...{ issuingState: 'USA', documentNumber: '9123 45678' },
  });
});

test.each([
  ['2026-11-24 10:30+01:00'],
  ['2026-11-24T09:30Z'],
  ['2026-11-24T09:30:00.5Z'],
  ['2026-11-24T12:04:59Z'], // a clock a little ahead of ours
])('%s is a moment', (happened_at) => {
  expect(checkRow({ ...good, happened_at }, rules)).toHaveProperty('happenedAtMs');
});

test.each<[Partial<TypedRow>, string]>([
  [{ record_id: '' }, 'record_id_form'],
  [{ record_id: 'x'.repeat(65) }, 'record_id_form'],
  [{ kind: 'left' }, 'kind_form'],
  [{ port: 'Sénou' }, 'port_form'],
  [{ port: 'CDG' }, 'port_unknown'],
  [{ happened_at: '24/11/2026 09:30' }, 'moment_form'],
  [{ happened_at: '2026-11-24T09:30:00' }, 'moment_form'],
  [{ happened_at: '2026-02-30T09:30:00Z' }, 'moment_form'],
  [{ happened_at: '2026-11-24T12:05:01Z' }, 'in_the_future'],
  [{ happened_at: '2025-09-30T23:59:59Z' }, 'before_programmes'],
  [{ authorised_until: '24.12.2026' }, 'day_form'],
  [{ authorised_until: '2026-02-30' }, 'day_form'],
  [{ kind: 'departed' }, 'not_admitted'],
  [{ authorised_until: '2026-11-22' }, 'before_admission'],
  [{ issuing_state: 'QQQ' }, 'state_unknown'],
  [{ document_number: '' }, 'number_form'],
  [{ document_number: '=1+1' }, 'number_form'],
])('%j: %s', (more, fault) => {
  expect(checkRow({ ...good, ...more }, rules)).toBe(fault);
});

test('every fault names a field of a row, or the row', () => {
  const fields = new Set<string>([...importFields, 'row']);
  expect(Object.values(rowFaults).filter((field) => !fields.has(field))).toEqual([]);
});
