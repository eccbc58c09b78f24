// Each currency that the processor lists, asked for by our adapter and shown by the emulator. The two
// know the currencies' units from different sources, so an amount a hundred times too large shows.
import { exponentOf, money, Temporal } from '#kernel';
import { newId, PlatformModule } from '#platform';
import { Processor, ProcessorModule } from '#processor';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { CARDS } from '../../apps/stripe-emulator/src/payment-methods/cards.ts';
import { startEmulator, type Emulator } from '../../apps/stripe-emulator/src/emulator.ts';
import { stripeCurrencies } from '../../libs/processor/src/stripe/amounts.ts';
import { testConfig } from '../support/app.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const UNITS = 1_230n;

let db: TestDatabase;
let emulator: Emulator;
let app: TestingModule;
let processor: Processor;

beforeAll(async () => {
  db = await freshDatabase();
  emulator = await startEmulator({ port: 0, delayMs: 3_600_000 });
  const config = testConfig(db.url('worker'), { STRIPE_API_BASE: emulator.url });
  const platform = PlatformModule.forRoot({ process: 'worker', config });
  app = await (
    await Test.createTestingModule({ imports: [platform, ProcessorModule] }).compile()
  ).init();
  processor = app.get(Processor);
});
afterAll(async () => {
  await app.close();
  await emulator.close();
  await db.drop();
});

const inUnits = (currency: string) => money(UNITS * 10n ** BigInt(exponentOf(currency)), currency);

const opened = (currency: string, amount = inUnits(currency)) =>
  processor.openCheckout({
    way: 'card',
    customerId: null,
    paymentId: newId(),
    amount,
    description: 'Visa bond VB-0000-0000',
    successUrl: 'http://localhost:3000/back',
    cancelUrl: 'http://localhost:3000/stop',
    locale: 'en',
    expiresAt: Temporal.Now.instant().add({ hours: 2 }).round('second'),
    metadata: {},
  });

/** What the page asks for, in whole units: the largest figure on it, whatever its decimals. */
async function shownOn(url: string): Promise<number> {
  const page = (await (await fetch(url)).text()).replace(/<style[\s\S]*?<\/style>/g, '');
  const figures = page.match(/\d{1,3}(?:,\d{3})+(?:\.\d+)?/g) ?? [];
  return Math.max(...figures.map((figure) => Number(figure.replaceAll(',', ''))));
}

test.each(stripeCurrencies)(
  '1,230 %s are asked as 1,230, and come back as they were',
  async (c) => {
    const session = await opened(c);
    if (session.kind !== 'done') throw new Error(JSON.stringify(session));
    expect(await shownOn(session.value.url!)).toBe(Number(UNITS));
    const body = new URLSearchParams({
      ...{ email: 'payer@example.org', name: 'Ada Example' },
      ...{ number: CARDS.visa.number, expiry: '12/40', cvc: '123' },
    });
    await fetch(session.value.url!, { method: 'POST', body, redirect: 'manual' });
    const paid = await processor.getCheckout(session.value.id);
    if (paid.kind !== 'done' || !paid.value.payment) throw new Error(JSON.stringify(paid));
    expect(paid.value.payment.received).toEqual(inUnits(c));
    const refund = await processor.createRefund({
      ...{ disbursementId: newId(), refundId: newId() },
      ...{ processorPaymentId: paid.value.payment.id, amount: inUnits(c) },
    });
    expect(refund).toMatchObject({ kind: 'done', value: { amount: inUnits(c) } });
  },
);

test('an amount finer than the processor charges is refused before it is asked', async () => {
  for (const [minor, currency] of [
    [123_050n, 'ISK'],
    [123_050n, 'UGX'],
    [123_050n, 'MGA'],
    [1_230_005n, 'KWD'],
  ] as const) {
    expect(await opened(currency, money(minor, currency))).toEqual({
      ...{ kind: 'refused', code: 'amount_not_possible', retryWithNewKey: false },
    });
  }
});
