import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { correctionFault, type CorrectedRecord } from './correction-rules.ts';

const at = (text: string) => Temporal.Instant.from(text);
const older: CorrectedRecord = {
  ...{ recordId: 'BKO-1', kind: 'departed', portCode: 'BKO', happenedAt: at('2026-11-24T09:00Z') },
  documentToken: Buffer.from('a'),
};
const newer = (more: Partial<CorrectedRecord> = {}) => ({ ...older, recordId: 'BKO-2', ...more });

test('a correction may say anything else of a record that was sent before', () => {
  expect(correctionFault(newer(), older, undefined)).toBeNull();
  const other = { kind: 'admitted', portCode: 'KYS', documentToken: Buffer.from('b') } as const;
  expect(correctionFault(newer(other), older, undefined)).toBeNull();
  // The same call again.
  expect(correctionFault(newer(), older, 'BKO-2')).toBeNull();
});

test('what it corrects must be known, and not be corrected already', () => {
  expect(correctionFault(newer(), undefined, undefined)?.code).toBe('unknown_record');
  expect(correctionFault(newer(), older, 'BKO-3')?.code).toBe('already_corrected');
});

test.each([
  ['port', { portCode: 'KYS' }],
  ['happenedAt', { happenedAt: at('2026-11-24T09:01Z') }],
  ['document.number', { documentToken: Buffer.from('b') }],
])('a deletion repeats what it deletes: %s', (field, more) => {
  const deletion = newer({ kind: 'deleted' });
  expect(correctionFault(deletion, older, undefined)).toBeNull();
  expect(correctionFault({ ...deletion, ...more }, older, undefined)).toMatchObject({
    ...{ code: 'invalid', field },
  });
});

test('a deletion is not taken back: the record is sent anew', () => {
  const deletion = { ...older, kind: 'deleted' } as const;
  expect(correctionFault(newer(), deletion, undefined)).toMatchObject({ field: 'corrects' });
});
