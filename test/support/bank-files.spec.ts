// A test that plays the bank with files that no bank would send proves nothing.
import { expect, test } from '@jest/globals';
import {
  bankStatement,
  fileRefused,
  notification,
  statusReport,
  type Answered,
} from './bank-files.ts';
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

test('its statements are files of camt.053.001.08', async () => {
  const days = { from: '2026-11-02', to: '2026-11-03', opening: '100.00', closing: '90.00' };
  const entries = [
    { amount: '-30.00', payment: id, reference: 'B-1' },
    { amount: '-5.00', file: id, on: '2026-11-03' },
    { amount: '25.00', text: 'po_1' },
  ];
  const files = [
    ...[bankStatement(days), bankStatement({ ...days, entries })],
    bankStatement({ ...days, account: '123456789', currency: 'XOF' }),
  ];
  expect(await schemaFaults('camt.053.001.08', files)).toEqual([]);
  const faulty = files.map((file) => file.replace('<CdtDbtInd>CRDT</CdtDbtInd>', ''));
  expect(await schemaFaults('camt.053.001.08', faulty)).toHaveLength(faulty.length);
});
