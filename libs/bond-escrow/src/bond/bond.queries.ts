import { money, toDate, type Instant, type Money } from '#kernel';
import { momentOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { bondLifecycle, type BondState, type BondStatus } from '../domain/bond.lifecycle.ts';
import {
  paymentLifecycle,
  type PaymentPublicStatus,
  type PaymentState,
} from '../domain/payment.lifecycle.ts';
import { Payment } from '../payment/payment.entity.ts';
import { Bond } from './bond.entity.ts';

export interface PaymentView {
  readonly id: string;
  readonly state: PaymentState;
  readonly status: PaymentPublicStatus;
  readonly stateSince: Instant;
  readonly amount: Money;
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
  readonly reference: string;
  readonly state: BondState;
  readonly status: BondStatus;
  readonly stateSince: Instant;
  readonly amount: Money;
  readonly postBy: Instant;
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

export interface BondPage {
  readonly rows: readonly BondRow[];
  readonly total: number;
}

export const BOND_PAGE_ROWS = 50;

/** Bonds as pages show them. Row-level security decides whose. No personal data. */
@Injectable()
export class BondQueries {
  /** Null while no bond was asked. */
  async ofCase(tx: Tx, caseId: string): Promise<BondView | null> {
    const bond = await tx.manager.getRepository(Bond).findOneBy({ caseId });
    return bond && this.view(tx, bond);
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
  async list(tx: Tx, wish: { states?: readonly BondState[]; page: number }): Promise<BondPage> {
    const states = wish.states ? [...wish.states] : [...bondLifecycle.states];
    const found = await tx.manager
      .getRepository(Bond)
      .createQueryBuilder('b')
      .where('b.state = any(:states)', { states })
      .orderBy('b.stateSince', 'DESC')
      .addOrderBy('b.id', 'DESC')
      .skip((Math.max(wish.page, 1) - 1) * BOND_PAGE_ROWS)
      .take(BOND_PAGE_ROWS)
      .getManyAndCount();
    return { rows: found[0].map(rowOf), total: found[1] };
  }

  private async view(tx: Tx, bond: Bond): Promise<BondView> {
    const payments = await tx.manager
      .getRepository(Payment)
      .find({ where: { bondId: bond.id }, order: { id: 'DESC' } });
    const [signed] = await tx.query<{ at: Date }>(
      `select signed_at as at from undertaking
       where bond_id = $1 and payer_account_id = $2 and post_by = $3`,
      [bond.id, bond.payerAccountId, toDate(bond.postBy)],
    );
    return {
      bond,
      status: bondLifecycle.publicStatusOf(bond.state),
      amount: money(bond.amountMinor, bond.currency),
      signedAt: signed ? momentOf(signed.at) : null,
      payments: payments.map(viewOf),
    };
  }
}

const rowOf = (b: Bond): BondRow => ({
  id: b.id,
  caseId: b.caseId,
  reference: b.reference,
  state: b.state,
  status: bondLifecycle.publicStatusOf(b.state),
  stateSince: b.stateSince,
  amount: money(b.amountMinor, b.currency),
  postBy: b.postBy,
});

const viewOf = (p: Payment): PaymentView => ({
  id: p.id,
  state: p.state,
  status: paymentLifecycle.publicStatusOf(p.state),
  stateSince: p.stateSince,
  amount: money(p.amountMinor, p.currency),
  method: p.method,
  declineCode: p.declineCode,
  sessionExpiresAt: p.sessionExpiresAt,
  processorPaymentId: p.processorPaymentId,
  receivedPaymentId: p.receivedPaymentId,
  createdAt: p.createdAt,
});
