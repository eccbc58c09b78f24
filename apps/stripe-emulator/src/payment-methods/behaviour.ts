import type Stripe from 'stripe';

import { newId } from '../state/ids.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { type AccountName, ACCOUNTS, type BankAccount } from './bank-accounts.ts';
import { type Card, type CardName, CARDS } from './cards.ts';
import * as objects from './object.ts';

/** What a way to pay was made to do: a card's or an account's name, or a transfer, which just comes. */
export type TestMethod = CardName | AccountName | 'transfer';

export interface NewMethod {
  test: TestMethod;
  holder?: objects.Holder;
  expiry?: objects.Expiry;
  customer?: string | null;
  metadata?: Record<string, string>;
}

const NOBODY = { email: null, name: null };
const SOME_DAY = { expMonth: 12, expYear: 2034 };

export function keepMethod(world: World, wish: NewMethod): Stripe.PaymentMethod {
  const id = newId('pm');
  const { test, holder = NOBODY, expiry = SOME_DAY, customer = null, metadata = {} } = wish;
  const given = { id, holder, customer, metadata, created: world.clock.now() };
  world.store.put('emulator.method', { id, test });
  return world.store.put('payment_method', objectOf(test, given, expiry));
}

function objectOf(
  test: TestMethod,
  given: Parameters<typeof objects.transferMethod>[0],
  expiry: objects.Expiry,
): Stripe.PaymentMethod {
  if (test === 'transfer') return objects.transferMethod(given);
  if (isAccount(test)) return objects.bankAccountMethod(given, ACCOUNTS[test]);
  return objects.cardMethod(given, CARDS[test], expiry);
}

/** The test method behind a token such as pm_card_visa, which makes a new method at every use. */
export function testOfToken(token: string): TestMethod | undefined {
  const known = [...Object.entries(CARDS), ...Object.entries(ACCOUNTS)];
  return known.find(([, method]) => method.token === token)?.[0] as TestMethod | undefined;
}

/** The card that was charged or is to be; one whose name is gone behaves like a plain one. */
export function cardOf(world: World, method: Reference): Card {
  return (CARDS as Record<string, Card>)[testOf(world, method)] ?? CARDS.visa;
}

export function accountOf(world: World, method: Reference): BankAccount {
  return (ACCOUNTS as Record<string, BankAccount>)[testOf(world, method)] ?? ACCOUNTS.bankPays;
}

type Reference = string | { id: string } | null;

function testOf({ store }: World, method: Reference): string {
  return store.get('emulator.method', idOf(method))?.test ?? 'visa';
}

function isAccount(test: TestMethod): test is AccountName {
  return test in ACCOUNTS;
}
