import { money, Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { XMLParser } from 'fast-xml-parser';
import { bankText, decimalOf, paymentFileXml, type PaymentOrder } from './pain-001.ts';

/**
 * The elements of pain.001.001.09 that we use, in the order in which the schema has them, and whether
 * they are required there. The schema itself is not in this repository (decision 34).
 */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  Document: ['CstmrCdtTrfInitn!'],
  CstmrCdtTrfInitn: ['GrpHdr!', 'PmtInf!'],
  GrpHdr: ['MsgId!', 'CreDtTm!', 'NbOfTxs!', 'CtrlSum', 'InitgPty!'],
  InitgPty: ['Nm'],
  PmtInf: [
    ...['PmtInfId!', 'PmtMtd!', 'BtchBookg', 'NbOfTxs', 'CtrlSum', 'PmtTpInf', 'ReqdExctnDt!'],
    ...['Dbtr!', 'DbtrAcct!', 'DbtrAgt!', 'ChrgBr', 'CdtTrfTxInf!'],
  ],
  ReqdExctnDt: ['Dt!'],
  Dbtr: ['Nm'],
  DbtrAcct: ['Id!'],
  DbtrAgt: ['FinInstnId!'],
  CdtTrfTxInf: ['PmtId!', 'PmtTpInf', 'Amt!', 'ChrgBr', 'CdtrAgt', 'Cdtr', 'CdtrAcct', 'RmtInf'],
  PmtId: ['InstrId', 'EndToEndId!'],
  Amt: ['InstdAmt!'],
  CdtrAgt: ['FinInstnId!'],
  FinInstnId: ['BICFI', 'ClrSysMmbId', 'LEI', 'Nm', 'PstlAdr', 'Othr'],
  ClrSysMmbId: ['ClrSysId', 'MmbId!'],
  ClrSysId: ['Cd!'],
  Cdtr: ['Nm'],
  CdtrAcct: ['Id!'],
  Id: ['IBAN', 'Othr'],
  Othr: ['Id!'],
  RmtInf: ['Ustrd'],
};

const order: PaymentOrder = {
  messageId: '0190a0a000007000800000000000abcd',
  madeAt: Temporal.Instant.from('2026-11-27T09:00:00.123Z'),
  executeOn: Temporal.PlainDate.from('2026-11-27'),
  from: { kind: 'us', routing: '021000021', number: '1234', holder: 'Visa Bond Treasury' },
  total: money(1_500_050n, 'USD'),
  payments: [
    {
      ...{ endToEndId: '0190a0a000007000800000000000aaaa', reference: 'VB-AAAA-BBBB' },
      amount: money(1_000_000n, 'USD'),
      to: { kind: 'iban', iban: 'FR1420041010050500013M02606', holder: 'Aïssata <Ça> & Ñandú' },
    },
    {
      ...{ endToEndId: '0190a0a000007000800000000000bbbb', reference: 'VB-CCCC-DDDD' },
      amount: money(500_050n, 'USD'),
      to: { kind: 'us', routing: '011401533', number: '000123', holder: 'Ada Byron' },
    },
  ],
};

type Ordered = readonly Record<string, unknown>[];
const nodesOf = (xml: string) =>
  new XMLParser({ preserveOrder: true, ignoreDeclaration: true }).parse(xml) as Ordered;
const nameOf = (node: Record<string, unknown>) => Object.keys(node).find((k) => k !== ':@')!;

function faultsIn(name: string, nodes: Ordered): string[] {
  const children = nodes.filter((node) => nameOf(node) !== '#text');
  const rules = children.length > 0 || nodes.length === 0 ? (ORDER[name] ?? []) : [];
  const names = children.map(nameOf);
  const listed = rules.map((rule) => rule.replace('!', ''));
  const places = names.map((child) => listed.indexOf(child));
  return [
    ...names.filter((child) => !listed.includes(child)).map((child) => `${name}/${child}`),
    ...(places.some((place, i) => i > 0 && place < places[i - 1]!) ? [`order in ${name}`] : []),
    ...rules
      .filter((rule) => rule.endsWith('!') && !names.includes(rule.replace('!', '')))
      .map((rule) => `${name} without ${rule}`),
    ...children.flatMap((c) => faultsIn(nameOf(c), (c[nameOf(c)] ?? []) as Ordered)),
  ];
}

test('elements are those of the schema, in its order', () => {
  const [root] = nodesOf(paymentFileXml(order));
  expect(nameOf(root!)).toBe('Document');
  expect(faultsIn('Document', root!['Document'] as Ordered)).toEqual([]);
});

test('the check of elements sees what is missing, unknown and out of order', () => {
  const xml = paymentFileXml(order);
  const faults = (changed: string) => {
    const [root] = nodesOf(changed);
    return faultsIn('Document', root!['Document'] as Ordered);
  };
  expect(faults(xml.replace(/<MsgId>.*<\/MsgId>/, ''))).toEqual(['GrpHdr without MsgId!']);
  expect(faults(xml.replaceAll('PmtMtd', 'Method'))).toContain('PmtInf/Method');
  const swapped = xml.replace(/(<MsgId>.*<\/MsgId>)(\s*)(<CreDtTm>.*<\/CreDtTm>)/, '$3$2$1');
  expect(faults(swapped)).toEqual(['order in GrpHdr']);
});

test('sums, counts and accounts are what they are, and names are what banks take', () => {
  const xml = paymentFileXml(order).replace(/>\s+</g, '><');
  expect(xml.match(/<NbOfTxs>2<\/NbOfTxs><CtrlSum>15000.50<\/CtrlSum>/g)).toHaveLength(2);
  expect(xml).toContain('<CreDtTm>2026-11-27T09:00:00Z</CreDtTm>');
  expect(xml).toContain('<InstdAmt Ccy="USD">5000.50</InstdAmt>');
  expect(xml).toContain('<Nm>Aissata .Ca. . Nandu</Nm>');
  expect(xml).toContain('<ChrgBr>DEBT</ChrgBr>');
  expect(xml).toContain('<MmbId>011401533</MmbId>');
});

test.each([
  [1n, 'USD', '0.01'],
  [1_000_000n, 'USD', '10000.00'],
  [6_000_000n, 'XOF', '6000000'],
  [1_234n, 'KWD', '1.234'],
])('%d of %s is %s', (minor, currency, text) => {
  expect(decimalOf(money(minor, currency))).toBe(text);
});

test('text that is longer than a bank takes is cut', () => {
  expect(bankText('x'.repeat(100), 70)).toHaveLength(70);
  expect(bankText('Œuvre d’État – Straße', 70)).toBe("OEuvre d'Etat . Strasse".replace('OE', 'oe'));
});
