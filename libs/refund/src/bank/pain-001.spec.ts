import { addMoney, money, Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { schemaFaults } from '../../../../test/support/iso20022.ts';
import { readBankAccount } from '../domain/bank-account.ts';
import { decimalOf, paymentFileXml, type PaymentOrder } from './pain-001.ts';

const PAIN_001 = 'pain.001.001.09';

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

/** Accounts as people type them and our form takes them, in whatever letters. */
const latin = fc.string({ unit: fc.constantFrom(...'aéłđßỘœ’ &<>"-/.'), maxLength: 30 });
const letters = fc.oneof(latin, fc.string({ unit: 'grapheme-ascii', maxLength: 30 }));
const holders = fc.tuple(letters, fc.constantFrom('A', 'é', 'Ø'), letters).map((t) => t.join(''));
const ibans = fc.stringMatching(/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/);
const typedAccounts = fc.record({
  kind: fc.constantFrom('iban' as const, 'us' as const),
  holder: fc.oneof(holders, fc.constantFrom('Nguyễn “Ann” <Ltd> & Co', 'x'.repeat(70))),
  iban: ibans,
  routing: fc.constantFrom('021000021', '011401533'),
  number: fc.stringMatching(/^[0-9]{4,17}$/),
});
const accountsFor = (currency: string) =>
  typedAccounts
    .map((typed) => readBankAccount(typed, currency, () => true))
    .filter((read) => read.ok)
    .map(({ value }) => value);
const names = fc.stringMatching(/^[0-9a-f]{32}$/);

const ordersIn = (currency: string): fc.Arbitrary<PaymentOrder> =>
  fc
    .record({
      messageId: names,
      madeAt: fc
        .date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
        .map((date) => Temporal.Instant.fromEpochMilliseconds(date.getTime())),
      from: accountsFor(currency),
      payments: fc.array(
        fc.record({
          endToEndId: names,
          amount: fc.bigInt({ min: 1n, max: 10n ** 12n }).map((minor) => money(minor, currency)),
          to: accountsFor(currency),
          reference: fc.stringMatching(/^VB-[A-Z2-9]{4}-[A-Z2-9]{4}$/),
        }),
        { minLength: 1, maxLength: 8 },
      ),
    })
    .map((made) => ({
      ...made,
      executeOn: made.madeAt.toZonedDateTimeISO('UTC').toPlainDate(),
      total: made.payments.map(({ amount }) => amount).reduce(addMoney),
    }));

test('every file is one of pain.001.001.09, whoever is paid, in whatever currency', async () => {
  const orders = fc.constantFrom('USD', 'EUR', 'XOF', 'KWD').chain(ordersIn);
  const files = fc.array(orders, { minLength: 30, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(files, async (many) => {
      expect(await schemaFaults(PAIN_001, many.map(paymentFileXml))).toEqual([]);
    }),
    { numRuns: 2, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: true },
  );
});

test('an account without a name that a bank can write is still a valid file', async () => {
  const nobody = { ...order.from, holder: '\u0301\u0301' };
  const payments = order.payments.map((payment) => ({ ...payment, to: nobody }));
  const xml = paymentFileXml({ ...order, from: nobody, payments });
  expect(await schemaFaults(PAIN_001, [xml])).toEqual([]);
});

test('as many payments as one file takes are one file of pain.001.001.09', async () => {
  const [payment] = order.payments;
  const payments = Array.from({ length: 500 }, () => payment!);
  expect(await schemaFaults(PAIN_001, [paymentFileXml({ ...order, payments })])).toEqual([]);
});

test('the schema sees what is missing, unknown, out of order and malformed', async () => {
  const xml = paymentFileXml(order);
  const faulty = [
    xml.replace(/<MsgId>.*<\/MsgId>/, ''),
    xml.replaceAll('PmtMtd', 'Method'),
    xml.replace(/(<MsgId>.*<\/MsgId>)(\s*)(<CreDtTm>.*<\/CreDtTm>)/, '$3$2$1'),
    xml.replace('<CtrlSum>15000.50', '<CtrlSum>15,000.50'),
    xml.replace('>FR14', '>F14'),
  ];
  const faults = await schemaFaults(PAIN_001, [xml, ...faulty]);
  const files = faults.map((fault) => fault.split(':')[0]);
  expect([...new Set(files)]).toEqual(faulty.map((_, i) => `${i + 1}.xml`));
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
