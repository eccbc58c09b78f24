// A test that plays the bank with files that no bank would send proves nothing.
import { expect, test } from '@jest/globals';
import { fileRefused, notification, statusReport, type Answered } from './bank-files.ts';
import { schemaFaults } from './iso20022.ts';

const id = '0190a0a0-0000-7000-8000-00000000abcd';
const payments: Answered[] = [
  { id },
  { id, amount: '6000000', currency: 'XOF', reason: 'AC04' },
  { id, amount: '0.01', currency: 'EUR' },
];

test('the status reports of the bank in tests are files of pain.002.001.10', async () => {
  const files = [
    ...['RJCT', 'ACSP', 'PDNG'].map((status) => statusReport(status, ...payments)),
    fileRefused(id),
  ];
  expect(await schemaFaults('pain.002.001.10', files)).toEqual([]);
  const faulty = files.map((file) => file.replace(/<CreDtTm>[^<]*<\/CreDtTm>/, ''));
  expect(await schemaFaults('pain.002.001.10', faulty)).toHaveLength(faulty.length);
});

test('its notifications are files of camt.054.001.08', async () => {
  const files = (['DBIT', 'CRDT'] as const).map((side) => notification(side, ...payments));
  expect(await schemaFaults('camt.054.001.08', files)).toEqual([]);
  const faulty = files.map((file) => file.replace('<n:BkTxCd/>', ''));
  expect(await schemaFaults('camt.054.001.08', faulty)).toHaveLength(faulty.length);
});
