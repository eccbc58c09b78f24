import { Database, Jobs, systemCtx, type Tx } from '#platform';
import { isWaiting } from '../domain/payment.lifecycle.ts';
import { EventInbox, Processor } from '#processor';
import { Injectable, Logger } from '@nestjs/common';
import type { Payment } from './payment.entity.ts';
import { PaymentStore } from './payment.store.ts';

const ctx = systemCtx('checkout.expire');
// The end of a session is told within minutes; after that we ask.
const NEWS_WITHIN = { minutes: 10 };
// A bank takes days to answer a debit, and a transfer may come on any of them.
const ASK_EVERY = { hours: 1 };
const LOOK_UPS_MAX = 50;

/**
 * Sessions past their use: those that nobody should pay any more are ended, since what is paid twice
 * has to be returned and the processor keeps its fee; and those that are over are asked about.
 */
@Injectable()
export class OpenSessions {
  private readonly log = new Logger(OpenSessions.name);

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly payments: PaymentStore,
    private readonly processor: Processor,
    private readonly inbox: EventInbox,
  ) {}

  /** The bond takes no payment any more: it is paid, lapsed or withdrawn. */
  async endAllOf(tx: Tx, bondId: string): Promise<void> {
    await this.end(tx, ...(await this.payments.standingOf(tx, [bondId])));
  }

  /** In the transaction that makes them superfluous. One whose answer is still out ends with it. */
  end(tx: Tx, ...payments: readonly Pick<Payment, 'id' | 'state'>[]): Promise<void> {
    const waiting = payments.filter(({ state }) => isWaiting(state));
    const jobs = waiting.map(({ id }) => ({ data: { paymentId: id }, singletonKey: id }));
    return this.jobs.enqueueAll(tx, 'checkout.expire', jobs);
  }

  /**
   * The job. Throws while it is not known whether the session has ended. Asking twice does nothing,
   * so it needs no key; a key would repeat an old failure for a day.
   */
  async expire(paymentId: string): Promise<void> {
    const payment = await this.database.read(ctx, (tx) => this.payments.find(tx, paymentId));
    if (!payment || !isWaiting(payment.state) || !payment.sessionId) return;
    const { sessionId } = payment;
    const ended = await this.processor.expireCheckout(sessionId);
    if (ended.kind === 'unknown') throw new Error(`a session may still be open: ${ended.reason}`);
    if (ended.kind === 'done' && ended.value.status === 'open') {
      throw new Error('a session is still open');
    }
    // It knows no such session, so that nobody can pay it, or does not end this transfer: the desk shows it.
    if (ended.kind === 'refused') this.log.warn(`payment ${paymentId}: ${ended.code}`);
    // Expired, or paid in the meantime: what it means is for who applies facts.
    await this.database.write(ctx, (tx) => this.lookUp(tx, payment));
  }

  /** Has those looked up whose end was not told. Returns how many. */
  lookUpOverdue(): Promise<number> {
    return this.database.write(ctx, async (tx) => {
      const since = tx.now.subtract(NEWS_WITHIN);
      const when = { before: since, askedBefore: tx.now.subtract(ASK_EVERY) };
      const overdue = await this.payments.takeOverdue(tx, when, LOOK_UPS_MAX);
      for (const payment of overdue) await this.lookUp(tx, payment);
      return overdue.length;
    });
  }

  private async lookUp(tx: Tx, { id: ourId, sessionId }: Payment): Promise<void> {
    if (sessionId) await this.inbox.lookUp(tx, { kind: 'checkout', objectId: sessionId, ourId });
  }
}
