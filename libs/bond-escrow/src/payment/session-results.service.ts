import { AuditLog } from '#audit';
import type { Tx } from '#platform';
import type { Outcome, ProcessorCheckout } from '#processor';
import { Injectable } from '@nestjs/common';
import { BondStore } from '../bond/bond.store.ts';
import { Bonds } from '../bond/bonds.service.ts';
import { isToPost } from '../domain/bond.lifecycle.ts';
import { OpenSessions } from './open-sessions.service.ts';
import type { Payment } from './payment.entity.ts';
import { PaymentStore } from './payment.store.ts';

/** What the processor answered, written down. */
@Injectable()
export class SessionResults {
  constructor(
    private readonly bonds: BondStore,
    private readonly moves: Bonds,
    private readonly payments: PaymentStore,
    private readonly audit: AuditLog,
    private readonly sessions: OpenSessions,
  ) {}

  /** The address to pay at, or null. An unclear answer changes nothing: the sweep asks again. */
  async store(tx: Tx, asked: Payment, answer: Outcome<ProcessorCheckout>): Promise<string | null> {
    const [bond, payment] = await Promise.all([
      this.bonds.lock(tx, asked.bondId),
      this.payments.lock(tx, asked.id),
    ]);
    // Somebody else stored the answer to the same question, or the money was quicker than we.
    if (payment?.state !== 'created') return payment?.sessionUrl ?? null;
    if (answer.kind === 'unknown') return null;
    if (answer.kind === 'refused') {
      const reasonCode = answer.code.slice(0, 100);
      await this.payments.move(tx, payment, 'session_refused', { reasonCode });
      await this.note(tx, payment, 'session_refused', { reason: answer.code });
      return null;
    }
    const { id: sessionId, url: sessionUrl } = answer.value;
    const session = { sessionId, sessionUrl };
    const opened = await this.payments.move(tx, payment, 'session_opened', session);
    await this.note(tx, payment, 'session_opened', { session: sessionId });
    // The bond was posted or lapsed while the answer was out, or the payer has begun anew: nobody is to
    // pay here any more.
    const newest = (await this.payments.ofBond(tx, payment.bondId))[0];
    if (!bond || !isToPost(bond.state) || newest?.id !== payment.id) {
      await this.sessions.end(tx, opened);
      return null;
    }
    if (bond.state === 'required') await this.moves.move(tx, bond, 'payment_started');
    return sessionUrl;
  }

  /** The account that a transfer goes to; kept once, whoever asked for it. */
  async storeCustomer(tx: Tx, asked: Payment, customerId: string): Promise<void> {
    const payment = await this.payments.lock(tx, asked.id);
    if (payment && !payment.processorCustomerId) {
      await this.payments.setCustomer(tx, payment, customerId);
    }
  }

  private note(tx: Tx, p: Payment, what: string, details: Record<string, string>): Promise<void> {
    const action = `payment.${what}`;
    return this.audit.write(tx, { action, subjectKind: 'payment', subjectId: p.id, details });
  }
}
