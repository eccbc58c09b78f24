import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { factsLine, faultOf, proofFaults } from './proof.ts';

const signed = {
  ...{ clientId: 'a', recordId: 'BKO-1', kind: 'departed' as const, portCode: 'BKO' },
  happenedAt: Temporal.Instant.from('2026-11-24T09:00:00.123Z'),
  authorisedUntil: null,
  corrects: 'BKO-0',
  ...{ documentState: 'USA', documentToken: Buffer.from('01', 'hex') },
};
const proof = { clientId: 'a', lines: new Set([factsLine(signed)]) };

test('a record as it was signed has no fault; the same moment is the same to the millisecond', () => {
  expect(faultOf(signed, proof)).toBeNull();
  const finer = signed.happenedAt.add({ nanoseconds: 456_789 });
  expect(faultOf({ ...signed, happenedAt: finer }, proof)).toBeNull();
});

test.each([
  ['client', { clientId: 'b' }],
  ['record', { recordId: 'BKO-2' }],
  ['kind', { kind: 'refused' as const }],
  ['port', { portCode: 'KYS' }],
  ['moment', { happenedAt: signed.happenedAt.subtract({ milliseconds: 1 }) }],
  ['last day', { authorisedUntil: Temporal.PlainDate.from('2026-12-24') }],
  ['state', { documentState: 'FRA' }],
  ['document', { documentToken: Buffer.from('02', 'hex') }],
  ['corrected record', { corrects: 'BKO-9' }],
  ['lack of one', { corrects: null }],
])('another %s is not what was signed', (_what, other) => {
  expect(faultOf({ ...signed, ...other }, proof)).toBe('not_as_signed');
});

test('what is wrong with the batch is wrong with each of its records', () => {
  for (const fault of proofFaults) expect(faultOf(signed, { fault })).toBe(fault);
});
