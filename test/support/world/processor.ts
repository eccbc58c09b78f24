// The processor at the other end of the wire: what it is asked, what happens there, and its news.
import { EventInbox, type FactRouter } from '#processor';
import { setTimeout as pause } from 'node:timers/promises';
import {
  ACCOUNTS,
  ROUTING_NUMBER,
  type AccountName,
} from '../../../apps/stripe-emulator/src/payment-methods/bank-accounts.ts';
import { CARDS, type CardName } from '../../../apps/stripe-emulator/src/payment-methods/cards.ts';
import { factRouterOf } from '../../../apps/worker/src/facts.ts';
import { Core } from './core.ts';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly idempotency_key: string | null;
  readonly replayed: boolean;
  readonly status: number;
}

/** Under this the processor goes on by itself while a test runs. */
const PROMPT_MS = 1_000;

export abstract class ProcessorSide extends Core {
  /** A control route of the emulator, beside what the processor offers; asked or, with a body, told. */
  async control<R = { id: string }>(path: string, body?: object): Promise<R> {
    const answer = await fetch(`${this.emulator.url}/_emulator/${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as R;
  }

  /** The processor's own API, as somebody at its dashboard uses it: none of our metadata. */
  async stripe<R>(
    path: string,
    method: 'GET' | 'POST' = 'GET',
    form: Record<string, string> = {},
  ): Promise<R> {
    const answer = await fetch(`${this.emulator.url}/v1/${path}`, {
      method,
      headers: { authorization: 'Bearer sk_test_portal' },
      ...(method === 'POST' && { body: new URLSearchParams(form) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as R;
  }

  /** What was asked of the processor so far, oldest first. */
  async calls(): Promise<Call[]> {
    return (await this.control<{ calls: Call[] }>('journal')).calls;
  }

  /** Calls that would make a refund, with their keys, in order. */
  async refundCalls(): Promise<{ key: string | null; replayed: boolean; status: number }[]> {
    return (await this.calls())
      .filter((c) => c.method === 'POST' && c.path === '/v1/refunds')
      .map((c) => ({ key: c.idempotency_key, replayed: c.replayed, status: c.status }));
  }

  /** The processor's name for the payment that posted a bond. */
  async paymentOf(bondId: string): Promise<string> {
    const { pi } = await this.one<{ pi: string }>(
      `select processor_payment_id as pi from payment where bond_id = $1 and state = 'paid'`,
      bondId,
    );
    return pi;
  }

  /** Refunds in the processor's books of the payment of a bond: their state and amount. */
  async refundsOf(bondId: string): Promise<{ id: string; status: string; amount: number }[]> {
    const list = await this.stripe<{ data: { id: string; status: string; amount: number }[] }>(
      `refunds?payment_intent=${await this.paymentOf(bondId)}&limit=100`,
    );
    return list.data.map(({ id, status, amount }) => ({ id, status, amount }));
  }

  /** The payer fills in the processor's page: its status, and where he is sent. */
  async triesToPay(
    url: string,
    card: CardName = 'visa',
  ): Promise<{ status: number; to: string | null }> {
    const who = { email: 'ada@example.org', name: 'Ada Example' };
    const typed = { ...who, number: CARDS[card].number, expiry: '12 / 34', cvc: '123' };
    const body = new URLSearchParams(typed);
    const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
    return { status: answer.status, to: answer.headers.get('location') };
  }

  /** The payer lets the processor take the money from this account of a bank. */
  async paysByDebit(url: string, account: AccountName = 'bankPays'): Promise<void> {
    const typed = { routing: ROUTING_NUMBER, account: ACCOUNTS[account].number };
    await this.submits(url, typed);
  }

  /** The payer asks to pay by transfer, and is told where to. Nothing is sent yet. */
  choosesTransfer(url: string): Promise<void> {
    return this.submits(url, {});
  }

  private async submits(url: string, typed: Record<string, string>): Promise<void> {
    const body = new URLSearchParams({ email: 'ada@example.org', name: 'Ada Example', ...typed });
    const { status } = await fetch(url, { method: 'POST', body, redirect: 'manual' });
    if (status !== 303) throw new Error(`not taken: ${status}`);
  }

  /** A bank sends money to the account of this customer. */
  sends(customer: string, amount: number): Promise<object> {
    const form = { amount: String(amount), currency: 'usd' };
    return this.stripe(`test_helpers/customers/${customer}/fund_cash_balance`, 'POST', form);
  }

  /** The same, and the card is taken. */
  async pay(url: string, card: CardName = 'visa'): Promise<void> {
    const { status } = await this.triesToPay(url, card);
    if (status !== 303) throw new Error(`not paid: ${status}`);
  }

  /** Time passes at the processor, and what was due there happens. */
  later(seconds = this.ground.delayMs / 1000 + 1): Promise<object> {
    return this.control('clock', { advance_seconds: seconds });
  }

  /** Both clocks go on: the law's and the processor's. */
  async pass(time: { days?: number; hours?: number; minutes?: number }): Promise<void> {
    const { days = 0, hours = 0, minutes = 0 } = time;
    const seconds = ((days * 24 + hours) * 60 + minutes) * 60;
    await this.lawLater(seconds);
    await this.later(seconds);
  }

  /** Who applies facts in the worker. */
  get router(): FactRouter {
    return factRouterOf(this.worker);
  }

  /** The worker hears of all that happened at the processor, and works it. */
  async news(): Promise<void> {
    const settling = this.ground.delayMs < PROMPT_MS;
    for (let quiet = 0; quiet < (settling ? 3 : 1);) {
      const heard = await this.worker.get(EventInbox).listFromProcessor();
      const worked = await this.workInbox();
      quiet = settling && heard + worked > 0 ? 0 : quiet + 1;
      if (settling) await pause(15);
    }
  }

  async workInbox(): Promise<number> {
    for (let rounds = 0, all = 0; rounds < 20; rounds++) {
      const worked = await this.worker.get(EventInbox).pollOnce(this.router);
      if (worked === 0) return all;
      all += worked;
    }
    throw new Error('the inbox does not become empty');
  }
}
