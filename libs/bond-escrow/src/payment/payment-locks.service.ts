import { Cases, type CaseRow } from '#application';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Bond } from '../bond/bond.entity.ts';
import { BondStore } from '../bond/bond.store.ts';
import type { Payment } from './payment.entity.ts';
import { PaymentStore, type NamedPayment } from './payment.store.ts';

export interface Locked {
  readonly row: CaseRow;
  readonly bond: Bond;
  readonly payment: Payment;
}

/** Locks a payment with what it is for. */
@Injectable()
export class PaymentLocks {
  constructor(
    private readonly store: PaymentStore,
    private readonly bondStore: BondStore,
    private readonly cases: Cases,
  ) {}

  /** In the fixed order: case, bond, payment; the ledger's account comes last. */
  async take(tx: Tx, found: NamedPayment): Promise<Locked> {
    const [row, bond, payment] = await Promise.all([
      this.cases.lock(tx, found.caseId),
      this.bondStore.lock(tx, found.bondId),
      this.store.lock(tx, found.id),
    ]);
    if (!bond || !payment) throw new Error('a payment or its bond cannot be locked');
    return { row, bond, payment };
  }
}
