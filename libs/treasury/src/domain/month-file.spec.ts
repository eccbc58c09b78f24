import { money } from '#kernel';
import { expect, test } from '@jest/globals';
import {
  aboutRecord,
  closingRecord,
  MONTH_FORM,
  MONTH_HEADER,
  openingRecord,
  sealRecord,
  transferRecords,
} from './month-file.ts';

// What was closed once must come out the same for ever: a change here is another form, not another text.
test('form 1, to the letter', () => {
  const usd = (minor: bigint) => money(minor, 'USD');
  const transfer = {
    ...{ ownerId: 'b-1', seq: 2, code: 'refund', debit: 'bond', credit: 'processor:clearing' },
    ...{ amount: usd(1_000_050n), cause: 're_1:succeeded' },
    ...{ happenedAt: '2026-10-02T03:04:05.000006Z', learnedAt: '2026-10-03T03:04:05.000006Z' },
  };
  const records = [
    aboutRecord('2026-10', '2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z'),
    openingRecord({ account: 'bond', balance: usd(-5n) }, 'A'),
    openingRecord({ account: 'bank:escrow', balance: usd(0n) }, 'A'),
    ...transferRecords(transfer),
    closingRecord({ account: 'bond', balance: usd(1_000_045n) }, 'B'),
    closingRecord({ account: 'bond', balance: money(-7n, 'XOF') }, 'B'),
    sealRecord('2026-10-01', 'ab12'),
  ];
  expect(MONTH_FORM).toBe(1);
  expect(records.map((r) => r.length)).toEqual(records.map(() => MONTH_HEADER.length));
  expect([MONTH_HEADER, ...records].map((r) => r.join(',')).join('\n')).toBe(
    `
row,booked_at,happened_at,account,debit,credit,currency,owner,line,code,cause
file,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,,,,,,,form_1,2026-10
opening,A,,bond,,0.05,USD,,,,
opening,A,,bank:escrow,,,USD,,,,
transfer,2026-10-03T03:04:05.000006Z,2026-10-02T03:04:05.000006Z,bond,10000.50,,USD,b-1,2,refund,re_1:succeeded
transfer,2026-10-03T03:04:05.000006Z,2026-10-02T03:04:05.000006Z,processor:clearing,,10000.50,USD,b-1,2,refund,re_1:succeeded
closing,B,,bond,,10000.45,USD,,,,
closing,B,,bond,7,,XOF,,,,
seal,2026-10-01,,,,,,,,day_seal,ab12
`.trim(),
  );
});
