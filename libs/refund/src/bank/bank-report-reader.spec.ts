import { expect, test } from '@jest/globals';
import { schemaFaults } from '../../../../test/support/iso20022.ts';
import { readBankReport, REPORT_BYTES_MAX } from './bank-report-reader.ts';

const CAMT = 'urn:iso:std:iso:20022:tech:xsd:camt.054.001.08';
const PAIN = 'urn:iso:std:iso:20022:tech:xsd:pain.002.001.10';
const HEADER = '<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-27T09:00:00</CreDtTm></GrpHdr>';
const ACCOUNT = '<Id>1</Id><Acct><Id><Othr><Id>1234</Id></Othr></Id></Acct>';
const camt = (entries: string, namespace = CAMT) =>
  `<?xml version="1.0"?><Document xmlns="${namespace}"><BkToCstmrDbtCdtNtfctn>${HEADER}<Ntfctn>` +
  `${ACCOUNT}${entries}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`;
const entry = (amount: string, more = '', currency = 'USD') =>
  `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>` +
  `<BkTxCd/><NtryDtls><TxDtls><Refs><EndToEndId>abc</EndToEndId></Refs>${more}</TxDtls></NtryDtls></Ntry>`;
const read = (text: string | Buffer) => readBankReport(Buffer.from(text));
const faultOf = (text: string | Buffer) => {
  const found = read(text);
  return found.ok ? 'read' : found.code;
};

test('a notification is read with whatever prefix, entry by entry and detail by detail', async () => {
  const two =
    '<Ntry><Amt Ccy="USD">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>' +
    '<BkTxCd/><NtryDtls>' +
    '<TxDtls><Refs><EndToEndId>a</EndToEndId></Refs><Amt Ccy="USD">10.5</Amt>' +
    '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>' +
    '<TxDtls><Refs><AcctSvcrRef>R-1</AcctSvcrRef><EndToEndId>b</EndToEndId></Refs>' +
    '<AmtDtls><TxAmt><Amt Ccy="USD">19.50</Amt></TxAmt></AmtDtls></TxDtls></NtryDtls></Ntry>';
  const found = read(camt(entry('10000.00') + two));
  expect(await schemaFaults('camt.054.001.08', [camt(entry('10000.00') + two)])).toEqual([]);
  expect(found).toMatchObject({
    ok: true,
    value: {
      kind: 'camt.054',
      entries: [
        { says: 'booked', endToEndId: 'abc', amount: { minor: 1_000_000n, currency: 'USD' } },
        { says: 'returned', endToEndId: 'a', amount: { minor: 1_050n }, reasonCode: 'AC04' },
        { says: 'returned', endToEndId: 'b', amount: { minor: 1_950n }, bankReference: 'R-1' },
      ],
    },
  });
  const prefixed = camt(entry('1.00'))
    .replaceAll('<', '<x:')
    .replaceAll('<x:/', '</x:')
    .replace('<x:?xml', '<?xml')
    .replace('xmlns=', 'xmlns:x=');
  expect(faultOf(prefixed)).toBe('read');
});

test('what is not booked yet is no entry; amounts are of their currency', () => {
  expect(faultOf(camt(entry('1.00').replace('BOOK', 'PDNG')))).toBe('no_entries');
  const xof = read(camt(entry('6000000', '', 'XOF')));
  expect(xof).toMatchObject({ value: { entries: [{ amount: { minor: 6_000_000n } }] } });
  const zeros = read(camt(entry('6000000.00', '', 'XOF')));
  expect(zeros).toMatchObject({ value: { entries: [{ amount: { minor: 6_000_000n } }] } });
  for (const amount of ['10000.001', '-1.00', '1,000.00', 'NaN', '1e6', '9'.repeat(20)]) {
    expect([amount, faultOf(camt(entry(amount)))]).toEqual([amount, 'bad_amount']);
  }
  expect(faultOf(camt(entry('1.00', '', 'usd')))).toBe('bad_amount');
});

test('a status report says accepted or refused; what is undecided is left out', async () => {
  const status = (code: string) =>
    `<TxInfAndSts><OrgnlEndToEndId>abc</OrgnlEndToEndId><TxSts>${code}</TxSts>` +
    '<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts>';
  const report = (state: string, parts: string) =>
    `<Document xmlns="${PAIN}"><CstmrPmtStsRpt>${HEADER}<OrgnlGrpInfAndSts><OrgnlMsgId>m1` +
    `</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>${state}</GrpSts>` +
    `</OrgnlGrpInfAndSts>${parts}</CstmrPmtStsRpt></Document>`;
  const parts =
    '<OrgnlPmtInfAndSts><OrgnlPmtInfId>m1</OrgnlPmtInfId>' +
    `${status('RJCT') + status('PDNG') + status('ACSP')}</OrgnlPmtInfAndSts>`;
  const files = [report('PART', parts), report('RJCT', ''), report('ACCP', '')];
  expect(await schemaFaults('pain.002.001.10', files)).toEqual([]);
  expect(read(files[0]!)).toMatchObject({
    value: { kind: 'pain.002', entries: [{ says: 'rejected' }, { says: 'accepted' }] },
  });
  expect(read(files[1]!)).toMatchObject({
    value: { entries: [], refusesFile: { messageId: 'm1' } },
  });
  expect(faultOf(files[2]!)).toBe('no_entries');
});

test('what a bank adds, and a version later, is read; an older form of a status as well', async () => {
  const files = [
    camt(entry('1.00', '<AddtlTxInf>as agreed</AddtlTxInf><Xtra>of our own</Xtra>')),
    camt(entry('1.00'), CAMT.replace(/08$/, '13')),
    camt(entry('1.00').replace('<Cd>BOOK</Cd>', 'BOOK')),
  ];
  expect(files.map(faultOf)).toEqual(['read', 'read', 'read']);
  const faults = await schemaFaults('camt.054.001.08', files);
  expect(new Set(faults.map((fault) => fault.split(':')[0])).size).toBe(files.length);
});

const XXE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
test.each([
  ['empty', ''],
  ['not_xml', 'camt.054'],
  ['not_xml', camt(entry('1.00')).slice(0, -20)],
  ['not_xml', '<a>'.repeat(50_000) + '</a>'.repeat(50_000)],
  ['not_text', Buffer.from([0x3c, 0xff, 0xfe, 0x3e])],
  ['not_text', Buffer.from(`\ufeff${camt(entry('1.00'))}`, 'utf16le')],
  ['has_doctype', XXE + camt(entry('1.00'))],
  ['has_doctype', LAUGHS + camt(entry('&b;'))],
  ['has_doctype', camt(entry('1.00')).replace('?>', `?>${XXE.toLowerCase()}`)],
  ['not_a_report', camt(entry('1.00'), 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09')],
  ['not_a_report', `${camt(entry('1.00'), 'urn:x')}<!-- ${CAMT} -->`],
  ['not_xml', '<other/>'],
  ['no_entries', camt('')],
  ['too_many_entries', camt(entry('1.00').repeat(5_001))],
  ['too_large', `${camt(entry('1.00'))}${' '.repeat(REPORT_BYTES_MAX)}`],
])('%s: the file is refused, and nothing of it is taken', (fault, text) => {
  expect(faultOf(text)).toBe(fault);
});

test('names are cleaned and cut; what is a code is a code or nothing', () => {
  const long = camt(entry('1.00', '<RtrInf><Rsn><Cd>&lt;script&gt;</Cd></Rsn></RtrInf>')).replace(
    '<EndToEndId>abc',
    `<EndToEndId>${'x'.repeat(200)}`,
  );
  const found = read(long);
  expect(found).toMatchObject({
    value: { entries: [{ endToEndId: 'x'.repeat(35), reasonCode: null }] },
  });
});
