import { isoDay } from '#kernel';
import { expect, test } from '@jest/globals';
import {
  bankStatement,
  csvStatement,
  OPERATORS_ACCOUNT,
  type Statement,
} from '../../../../test/support/bank-files.ts';
import { readStatementFile, STATEMENT_BYTES_MAX } from './statement-reader.ts';

const PAYMENT = '0190a0a0-0000-7000-8000-00000000aaaa';
const FILE = '0190a0a0-0000-7000-8000-00000000ffff';
const said: Statement = {
  ...{ from: '2026-11-02', to: '2026-11-04', opening: '1000.00', closing: '-8500.50' },
  entries: [
    { amount: '-10000.00', on: '2026-11-03', reference: 'B-1', payment: PAYMENT },
    { amount: '499.50', on: '2026-11-04', text: 'STRIPE po_1AbC payout' },
  ],
};
const read = (text: string | Buffer) => readStatementFile(Buffer.from(text));
const faultOf = (text: string | Buffer) => {
  const found = read(text);
  return found.ok ? 'read' : [found.code, ...Object.values(found.detail ?? {})].join(' ');
};
/** Of a file with one statement, as text. */
function shown(text: string) {
  const found = read(text);
  if (!found.ok) throw new Error(found.code);
  const [s] = found.value.statements;
  return {
    ...{ kind: found.value.kind, account: s!.account, currency: s!.currency },
    ...{ days: `${isoDay(s!.from)} ${isoDay(s!.to)}` },
    balances: `${s!.opening.minor} ${s!.closing.minor}`,
    entries: s!.entries.map((e) =>
      [
        ...[isoDay(e.bookedOn), e.amount.minor, e.bankReference],
        ...[e.disbursementId, e.paymentFileId, e.processorObject],
      ].join(' '),
    ),
  };
}
const EXPECTED = {
  ...{ account: OPERATORS_ACCOUNT, currency: 'USD', days: '2026-11-02 2026-11-04' },
  balances: '100000 -850050',
  entries: [`2026-11-03 -1000000 B-1 ${PAYMENT}  `, '2026-11-04 49950    po_1AbC'],
};

test('a camt.053 of any version, and the same as CSV in both forms, say the same', () => {
  for (const version of ['02', '08', '13']) {
    expect(shown(bankStatement(said, version))).toEqual({ kind: 'camt.053', ...EXPECTED });
  }
  expect(shown(csvStatement(said))).toEqual({ kind: 'csv', ...EXPECTED });
  expect(shown(csvStatement(said, ';'))).toEqual({ kind: 'csv', ...EXPECTED });
});

test('nobody’s name, account or text is read out of a file', () => {
  const found = JSON.stringify(read(bankStatement(said)), (_, v: unknown) =>
    typeof v === 'bigint' ? `${v}` : v,
  );
  expect(found).not.toMatch(/Somebody|Transfer|STRIPE|Treasury/);
});

const tx = (id: string, amount: string) =>
  `<TxDtls><Refs><EndToEndId>${id.replaceAll('-', '')}</EndToEndId></Refs>` +
  `<Amt Ccy="USD">${amount}</Amt></TxDtls>`;
const ofEntry = (details: string) =>
  bankStatement({
    ...said,
    entries: [{ amount: '-30.00', file: FILE }],
    closing: '970.00',
  }).replace(/<NtryDtls>.*?<\/NtryDtls>/, `<NtryDtls>${details}</NtryDtls>`);

test('payments of one entry stand by themselves where they come to its sum', () => {
  expect(shown(ofEntry(tx(PAYMENT, '10.00') + tx(FILE, '20.00'))).entries).toEqual([
    `2026-11-02 -1000  ${PAYMENT}  `,
    `2026-11-02 -2000  ${FILE}  `,
  ]);
  expect(shown(ofEntry(tx(PAYMENT, '10.00') + tx(FILE, '19.00'))).entries).toEqual([
    '2026-11-02 -3000    ',
  ]);
});

test('a file that is booked as one sum is named', () => {
  const one = { ...said, entries: [{ amount: '-30.00', file: FILE }], closing: '970.00' };
  expect(shown(bankStatement(one)).entries).toEqual([`2026-11-02 -3000   ${FILE} `]);
});

test('what is only expected is no entry; the period goes before the day of a balance', () => {
  const pending = bankStatement(said).replaceAll('<Cd>BOOK</Cd>', '<Cd>PDNG</Cd>');
  expect(shown(pending).entries).toEqual([]);
  const period = pending.replace(
    '<Acct>',
    '<FrToDt><FrDtTm>2026-11-01T00:00:00</FrDtTm><ToDtTm>2026-11-04T23:59:59</ToDtTm></FrToDt><Acct>',
  );
  expect(shown(period).days).toBe('2026-11-01 2026-11-04');
  const former = pending.replace('OPBD', 'PRCD');
  expect(shown(former).days).toBe('2026-11-03 2026-11-04');
});

const camt = bankStatement(said);
const csv = csvStatement(said);
const line = (nr: number, from: string | RegExp, to: string) =>
  csv
    .split('\r\n')
    .map((text, i) => (i + 1 === nr ? text.replace(from, to) : text))
    .join('\r\n');

test.each<[string, string | Buffer]>([
  ['empty', ''],
  ['empty', '\ufeff\r\n'],
  ['too_large', `${camt}${' '.repeat(STATEMENT_BYTES_MAX)}`],
  ['too_large', `${csv}${' '.repeat(STATEMENT_BYTES_MAX)}`],
  ['not_text', Buffer.from(`\ufeff${camt}`, 'utf16le')],
  ['not_text', Buffer.from([0x6b, 0xff, 0xfe])],
  ['has_doctype', camt.replace('?>', '?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
  ['not_xml', camt.slice(0, -10)],
  ['not_a_statement', camt.replace('camt.053.001.08', 'camt.054.001.08')],
  ['not_a_statement', camt.replace('camt.053.001.08', 'camt.053.001.14')],
  ['no_statement', camt.replace(/<Stmt>[^]*<\/Stmt>/, '')],
  ['too_many_statements', camt.replace(/<Stmt>[^]*<\/Stmt>/, (one) => one.repeat(33))],
  ['no_account', camt.replace(/<IBAN>.*?<\/IBAN>/, '')],
  ['no_balances', camt.replace('CLBD', 'CLAV')],
  ['no_balances', camt.replace('OPBD', 'ITBD')],
  ['bad_day', camt.replace('<BookgDt><Dt>2026-11-03', '<BookgDt><Dt>2026-11-31')],
  ['bad_amount', camt.replace('10000.00', '10,000.00')],
  ['bad_amount', camt.replace('<CdtDbtInd>CRDT</CdtDbtInd>', '')],
  ['too_many_entries', camt.replace(/<Ntry>.*?<\/Ntry>/, (one) => one.repeat(5_001))],
  ['csv_header 1', 'date,amount\r\n'],
  ['csv_header 1', line(1, 'text', 'kind')],
  ['csv_first 2 kind', line(2, 'opening', 'entry')],
  ['csv_last 5 kind', line(5, 'closing', 'entry')],
  ['csv_kind 3 kind', line(3, 'entry', 'pending')],
  ['csv_columns 4', line(4, /$/, ',more')],
  ['csv_account 2 account', line(2, OPERATORS_ACCOUNT, '')],
  ['csv_account 3 account', line(3, 'entry,', 'entry,DE89370400440532013000')],
  ['csv_currency 4 currency', line(4, 'entry,,', 'entry,,EUR')],
  ['csv_currency 2 currency', line(2, 'USD', 'dollars')],
  ['csv_date 3 date', line(3, '2026-11-03', '03/11/2026')],
  ['csv_amount 3 amount', line(3, '-10000.00', '"-10,000.00"')],
  ['csv_amount 3 amount', line(3, '-10000.00', '-10000.001')],
  ['csv_amount 4 amount', csvStatement(said, ';').replace('499,50', '1.499,50')],
  ['csv_too_long 3 reference', line(3, 'B-1', 'x'.repeat(36))],
  ['csv_quotes 3', line(3, 'B-1', '"B-1')],
])('%s: the file is refused, and nothing of it is taken', (fault, text) => {
  expect(faultOf(text)).toBe(fault);
});
