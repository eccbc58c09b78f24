import { toDate, type Instant } from '#kernel';
import { columnsOf, lockRow, moveState, stateIn, stateTable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import {
  paymentLifecycle,
  unsettledStates,
  type PaymentEvent,
} from '../domain/payment.lifecycle.ts';
import { PayerCash } from './payer-cash.entity.ts';
import { Payment } from './payment.entity.ts';

const paymentTable = stateTable('payment', paymentLifecycle);

/** Any one of the names that a payment goes by. */
export interface PaymentNames {
  readonly paymentId: string | null;
  readonly sessionId: string | null;
  readonly processorPaymentId: string | null;
  /** Whose account a transfer goes to. */
  readonly processorCustomerId?: string;
}

const NAMES = [
  ['paymentId', 'id'],
  ['sessionId', 'session_id'],
  ['processorPaymentId', 'processor_payment_id'],
  ['processorCustomerId', 'processor_customer_id'],
] as const;

export interface NamedPayment extends Pick<Payment, 'id' | 'version' | 'bondId'> {
  readonly caseId: string;
}

export type PaymentStanding = Pick<Payment, 'id' | 'bondId' | 'way' | 'state'>;

interface Overdue {
  /** Whose session ended before. */
  readonly before: Instant;
  readonly askedBefore: Instant;
}

/** What is written beside the state. */
export type PaymentFields = Partial<
  Pick<
    Payment,
    | 'sessionId'
    | 'sessionUrl'
    | 'processorPaymentId'
    | 'chargeId'
    | 'receivedPaymentId'
    | 'method'
    | 'declineCode'
    | 'refundableUntil'
    | 'cardExpiresOn'
    | 'transferUrl'
    | 'arrivedMinor'
  >
>;

/** Writes and locks of payments. Lock the bond before. */
@Injectable()
export class PaymentStore {
  async insert(tx: Tx, row: Payment): Promise<void> {
    await tx.manager.getRepository(Payment).insert(row);
  }

  /** Of all these bonds, as far as it decides what becomes of them. */
  standingOf(tx: Tx, bondIds: readonly string[]): Promise<PaymentStanding[]> {
    return tx.query<PaymentStanding>(
      `select id, bond_id as "bondId", way, state from payment where bond_id = any($1)`,
      [bondIds],
    );
  }

  ofBond(tx: Tx, bondId: string): Promise<Payment[]> {
    return tx.manager.getRepository(Payment).find({ where: { bondId }, order: { id: 'DESC' } });
  }

  find(tx: Tx, id: string): Promise<Payment | null> {
    return tx.manager.getRepository(Payment).findOneBy({ id });
  }

  /**
   * By our own id first: it is in the metadata of all that we asked for. Without a lock, and only as
   * much as has to be known before: the case and the bond are locked first.
   */
  async named(tx: Tx, names: PaymentNames): Promise<NamedPayment | null> {
    for (const [name, column] of NAMES) {
      if (!names[name]) continue;
      const [row] = await tx.query<NamedPayment>(
        `select p.id, p.version, p.bond_id as "bondId", b.case_id as "caseId"
         from payment p join bond b on b.id = p.bond_id where p.${column} = $1`,
        [names[name]],
      );
      if (row) return row;
    }
    return null;
  }

  /** Null when there is none that the process may change: to the portal one under way is none. */
  lock(tx: Tx, id: string): Promise<Payment | null> {
    return lockRow(tx, Payment, 'id = $1', [id]);
  }

  /** With what the new state needs: the database sees to it that state and values agree. */
  async move(
    tx: Tx,
    payment: Payment,
    event: PaymentEvent,
    { reasonCode, ...fields }: PaymentFields & { readonly reasonCode?: string } = {},
  ): Promise<Payment> {
    const state = await moveState(tx, paymentTable, payment.id, payment.state, event, {
      ...(reasonCode && { reasonCode }),
      values: columnsOf(tx, Payment, fields),
    });
    return { ...payment, ...fields, state, stateSince: tx.now, version: payment.version + 1 };
  }

  /** Along all of these edges; the fields are written with the first, or alone where there is none. */
  async follow(
    tx: Tx,
    payment: Payment,
    events: readonly PaymentEvent[],
    fields: PaymentFields,
  ): Promise<Payment> {
    const [first, ...rest] = events;
    if (!first) return this.set(tx, payment, fields);
    let moved = await this.move(tx, payment, first, fields);
    for (const event of rest) moved = await this.move(tx, moved, event);
    return moved;
  }

  /** The account that its transfer goes to, once the processor has made it. */
  setCustomer(tx: Tx, payment: Payment, processorCustomerId: string): Promise<Payment> {
    return this.set(tx, payment, { processorCustomerId });
  }

  private async set<F extends Partial<Payment>>(
    tx: Tx,
    payment: Payment,
    fields: F,
  ): Promise<Payment> {
    const { id } = payment;
    const { affected } = await tx.manager.getRepository(Payment).update({ id }, fields);
    if (affected !== 1) throw new Error('a payment was not written');
    return { ...payment, ...fields };
  }

  /** Asked for some time ago, and no answer was stored: the process died or the answer was lost. */
  async unanswered(tx: Tx, before: Instant, limit: number): Promise<Payment[]> {
    return tx.manager
      .getRepository(Payment)
      .createQueryBuilder('p')
      .where("p.state = 'created' and p.stateSince < :before", { before: toDate(before) })
      .orderBy('p.sessionExpiresAt')
      .limit(limit)
      .getMany();
  }

  /**
   * Their session is over and nothing was heard of its end, or a bank has not answered; those that were
   * asked about longest ago, and they count as asked from now on.
   */
  async takeOverdue(tx: Tx, { before, askedBefore }: Overdue, limit: number): Promise<Payment[]> {
    const due = await tx.manager
      .getRepository(Payment)
      .createQueryBuilder('p')
      .where({ state: stateIn(unsettledStates.filter((s) => s !== 'created')) })
      .andWhere('p.sessionExpiresAt < :before', { before: toDate(before) })
      .andWhere('(p.lookedAt is null or p.lookedAt < :asked)', { asked: toDate(askedBefore) })
      .orderBy('p.lookedAt', 'ASC', 'NULLS FIRST')
      .limit(limit)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
    if (due.length) {
      const ids = due.map((p) => p.id);
      await tx.manager.getRepository(Payment).update({ id: In(ids) }, { lookedAt: tx.now });
    }
    return due;
  }

  /** What came to its account and was booked; news that was fetched before is stale from now on. */
  async addCash(tx: Tx, payment: Payment, receivedPaymentId: string): Promise<void> {
    await tx.manager.getRepository(PayerCash).insert({ receivedPaymentId, paymentId: payment.id });
    await this.set(tx, payment, { version: payment.version + 1 });
  }
}
