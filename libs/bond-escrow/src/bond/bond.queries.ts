import { money, type Instant, type Money, type PaymentWay } from '#kernel';
import {
  listPage,
  momentOf,
  referenceFrom,
  type ListPage,
  type ListWish,
  type Tx,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { bondLifecycle, type BondState, type BondStatus } from '../domain/bond.lifecycle.ts';
import {
  paymentLifecycle,
  type PaymentPublicStatus,
  type PaymentState,
} from '../domain/payment.lifecycle.ts';
import { Payment } from '../payment/payment.entity.ts';
import type { PostingClock } from '../domain/posting-clock.ts';
import { Bond } from './bond.entity.ts';
import { postingClockOf, postingClocks } from './posting-clock.queries.ts';

/** The most bonds that one payer's page lists. */
const LIST_MAX = 100;

export interface PaymentView {
  readonly id: string;
  readonly state: PaymentState;
  readonly status: PaymentPublicStatus;
  readonly stateSince: Instant;
  readonly amount: Money;
  readonly way: PaymentWay;
  /** What of a transfer has arrived; null when nothing has. */
  readonly arrived: Money | null;
  /** Where its payer reads how to send a transfer; null when there is none to send. */
  readonly transferUrl: string | null;
  readonly method: string | null;
  /** Why the last try was declined; null when none was, or it is paid. */
  readonly declineCode: string | null;
  readonly sessionExpiresAt: Instant;
  /** pi_… */
  readonly processorPaymentId: string | null;
  readonly receivedPaymentId: string | null;
  readonly createdAt: Instant;
}

export interface BondView {
  readonly bond: Bond;
  /** Until when it may be posted: the deadline that was signed, and the days of pauses. */
  readonly clock: PostingClock;
  readonly status: BondStatus;
  readonly amount: Money;
  /** When its payer signed it as it is now asked; null until then. */
  readonly signedAt: Instant | null;
  /** Newest first. */
  readonly payments: readonly PaymentView[];
}

export interface BondRow {
  readonly id: string;
  readonly caseId: string;
  readonly consulateId: string;
  readonly reference: string;
  readonly state: BondState;
  readonly status: BondStatus;
  readonly stateSince: Instant;
  readonly amount: Money;
  readonly clock: PostingClock;
}

export interface BondStep {
  readonly seq: number;
  readonly event: string;
  readonly from: BondState;
  readonly to: BondState;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly reasonCode: string | null;
  readonly happenedAt: Instant;
}

interface RawRow extends Omit<BondRow, 'status' | 'stateSince' | 'amount' | 'clock'> {
  readonly since: Date;
  readonly minor: string;
  readonly currency: string;
  readonly postBy: Date;
}

/** Bonds as pages show them. Row-level security decides whose. No personal data. */
@Injectable()
export class BondQueries {
  /** Null while no bond was asked. */
  async ofCase(tx: Tx, caseId: string): Promise<BondView | null> {
    const bond = await tx.manager.getRepository(Bond).findOneBy({ caseId });
    return bond && this.view(tx, bond);
  }

  /** Those that whoever asks pays for, their own included, newest first; the last hundred. */
  async ofPayer(tx: Tx): Promise<BondView[]> {
    const bonds = await tx.manager
      .getRepository(Bond)
      .createQueryBuilder('b')
      .where('b.payerAccountId = app.actor()')
      .orderBy('b.directedAt', 'DESC')
      .addOrderBy('b.id', 'DESC')
      .take(LIST_MAX)
      .getMany();
    const views: BondView[] = [];
    for (const bond of bonds) views.push(await this.view(tx, bond));
    return views;
  }

  /** By the case's reference, as people type it; null where whoever asks is no party to one. */
  async byReference(tx: Tx, reference: string): Promise<BondView | null> {
    const kept = referenceFrom(reference, 'VB');
    const bond = kept && (await tx.manager.getRepository(Bond).findOneBy({ reference: kept }));
    return bond ? this.view(tx, bond) : null;
  }

  async one(tx: Tx, bondId: string): Promise<BondView | null> {
    const bond = await tx.manager.getRepository(Bond).findOneBy({ id: bondId });
    return bond && this.view(tx, bond);
  }

  /** What happened to a bond, oldest first. */
  async history(tx: Tx, bondId: string): Promise<BondStep[]> {
    const rows = await tx.query<Omit<BondStep, 'happenedAt'> & { at: Date }>(
      `select seq, event, from_state as "from", to_state as "to", actor_kind as "actorKind",
         actor_id as "actorId", reason_code as "reasonCode", happened_at as at
       from bond_history where owner_id = $1 order by seq`,
      [bondId],
    );
    return rows.map(({ at, ...step }) => ({ ...step, happenedAt: momentOf(at) }));
  }

  /** One page for officers, the latest moved first; all states when none is given. */
  async list(tx: Tx, wish: ListWish & { state?: BondState }): Promise<ListPage<BondRow>> {
    const found = await listPage<RawRow>(
      tx,
      {
        columns: `b.id, b.case_id as "caseId", b.reference, b.state, b.state_since as since,
          b.amount_minor as minor, b.currency, b.post_by as "postBy",
          c.consulate_id as "consulateId"`,
        join: 'join visa_case c on c.id = b.case_id',
        ...{ from: 'bond b', at: 'b.state_since', type: 'timestamptz', id: 'b.id' },
        // No list of every state: the planner would read them all.
        where: wish.state ? `b.state = '${wish.state}'` : 'true',
        order: 'desc',
      },
      wish,
    );
    const signed = found.rows.map(({ id, postBy }) => ({ id, postBy: momentOf(postBy) }));
    const clockOf = await postingClocks(tx, signed);
    return { ...found, rows: found.rows.map((row, n) => rowOf(row, clockOf(signed[n]!))) };
  }

  private async view(tx: Tx, bond: Bond): Promise<BondView> {
    const payments = await tx.manager
      .getRepository(Payment)
      .find({ where: { bondId: bond.id }, order: { id: 'DESC' } });
    const [signed] = await tx.query<{ at: Date | null }>('select app.signed_at($1) as at', [
      bond.id,
    ]);
    return {
      bond,
      clock: await postingClockOf(tx, bond),
      status: bondLifecycle.publicStatusOf(bond.state),
      amount: money(bond.amountMinor, bond.currency),
      signedAt: signed?.at ? momentOf(signed.at) : null,
      payments: payments.map(viewOf),
    };
  }
}

const rowOf = (b: RawRow, clock: PostingClock): BondRow => ({
  ...{ id: b.id, caseId: b.caseId, consulateId: b.consulateId, reference: b.reference },
  state: b.state,
  status: bondLifecycle.publicStatusOf(b.state),
  stateSince: momentOf(b.since),
  amount: money(BigInt(b.minor), b.currency),
  clock,
});

const viewOf = (p: Payment): PaymentView => ({
  id: p.id,
  state: p.state,
  status: paymentLifecycle.publicStatusOf(p.state),
  stateSince: p.stateSince,
  amount: money(p.amountMinor, p.currency),
  way: p.way,
  arrived: p.arrivedMinor === null ? null : money(p.arrivedMinor, p.currency),
  transferUrl: p.transferUrl,
  method: p.method,
  declineCode: p.declineCode,
  sessionExpiresAt: p.sessionExpiresAt,
  processorPaymentId: p.processorPaymentId,
  receivedPaymentId: p.receivedPaymentId,
  createdAt: p.createdAt,
});
