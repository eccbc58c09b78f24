// Ways to pay, through the adapter with the real SDK: what the page offers, and customers of transfers.
import { money, Temporal } from '#kernel';
import { newId, PlatformModule } from '#platform';
import { Processor, ProcessorModule } from '#processor';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { startEmulator, type Emulator } from '../../apps/stripe-emulator/src/emulator.ts';
import { testConfig } from '../support/app.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
let emulator: Emulator;
let app: TestingModule;
let processor: Processor;

beforeAll(async () => {
  db = await freshDatabase();
  emulator = await startEmulator({ port: 0, delayMs: 5 });
  const config = testConfig(db.url('worker'), { STRIPE_API_BASE: emulator.url });
  const imports = [PlatformModule.forRoot({ process: 'worker', config }), ProcessorModule];
  app = await (await Test.createTestingModule({ imports }).compile()).init();
  processor = app.get(Processor);
});
afterAll(async () => {
  await app.close();
  await emulator.close();
  await db.drop();
});

const value = <T>(outcome: { kind: string; value?: T }): T => {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value!;
};

test('the page offers the way that was chosen and no other, or is refused', async () => {
  const { id: customerId } = value(
    await processor.createCustomer({ paymentId: newId(), language: 'fr' }),
  );
  const offered = async (more: object) => {
    const opened = await processor.openCheckout({
      ...{ paymentId: newId(), way: 'card', customerId: null, amount: money(1_000_000n, 'USD') },
      ...{ description: 'Visa bond VB-0000-0000', locale: 'en', metadata: {} },
      successUrl: 'http://localhost:3000/back',
      cancelUrl: 'http://localhost:3000/stop',
      expiresAt: Temporal.Now.instant().add({ hours: 2 }).round('second'),
      ...more,
    });
    if (opened.kind !== 'done') return opened;
    const answer = await fetch(`${emulator.url}/v1/checkout/sessions/${opened.value.id}`, {
      headers: { authorization: 'Bearer sk_test_worker' },
    });
    return ((await answer.json()) as { payment_method_types: string[] }).payment_method_types;
  };
  expect(await offered({ way: 'card' })).toEqual(['card']);
  expect(await offered({ way: 'bank_debit' })).toEqual(['us_bank_account']);
  expect(await offered({ way: 'bank_transfer', customerId })).toEqual(['customer_balance']);
  // It would drop out without a word: no customer, or no dollars.
  expect(await offered({ way: 'bank_transfer' })).toMatchObject({ kind: 'refused' });
  expect(await offered({ way: 'bank_debit', amount: money(10_000n, 'EUR') })).toMatchObject({
    kind: 'refused',
  });
});

test('a customer is made once, of nobody in particular, and what it left over is told', async () => {
  const paymentId = newId();
  const { id } = value(await processor.createCustomer({ paymentId, language: 'en' }));
  expect(value(await processor.createCustomer({ paymentId, language: 'en' })).id).toBe(id);
  const headers = { authorization: 'Bearer sk_test_worker' };
  const kept = await fetch(`${emulator.url}/v1/customers/${id}`, { headers });
  expect(await kept.json()).toMatchObject({
    ...{ email: null, name: null, phone: null, preferred_locales: ['en'] },
    metadata: { payment_id: paymentId },
  });
  expect(value(await processor.getCash(id))).toEqual({ customerId: id, movements: [] });
  const body = new URLSearchParams({ amount: '500', currency: 'usd' });
  const fund = `${emulator.url}/v1/test_helpers/customers/${id}/fund_cash_balance`;
  await fetch(fund, { method: 'POST', headers, body });
  expect(value(await processor.getCash(id)).movements).toMatchObject([
    { type: 'funded', amount: money(500n, 'USD') },
  ]);
  expect(await processor.getCash('cus_none')).toMatchObject({ kind: 'refused' });
});
