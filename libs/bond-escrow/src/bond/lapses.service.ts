import { Cases } from '#application';
import { Database, systemCtx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { mayLapse } from '../domain/decide-lapse.ts';
import { PaymentStore } from '../payment/payment.store.ts';
import { BondStore, type DueBond } from './bond.store.ts';
import { Bonds } from './bonds.service.ts';

const BATCH = 100;
const BATCHES_MAX = 100;
const ctx = systemCtx('sweep.lapses');

/** Finds bonds that were not posted in time (R9). A sweep over dates: no job can be lost. */
@Injectable()
export class Lapses {
  constructor(
    private readonly database: Database,
    private readonly bonds: Bonds,
    private readonly store: BondStore,
    private readonly payments: PaymentStore,
    private readonly cases: Cases,
  ) {}

  /**
   * Returns how many lapsed. Each in a transaction of its own; one that cannot does not hold up the
   * others, and fails the sweep in the end.
   */
  async sweep(): Promise<number> {
    let lapsed = 0;
    const failures: unknown[] = [];
    let after: DueBond | null = null;
    for (let batches = 0; batches < BATCHES_MAX; batches++) {
      const from: DueBond | null = after;
      const due: DueBond[] = await this.database.read(ctx, (tx) => this.store.due(tx, BATCH, from));
      for (const bond of due) {
        try {
          if (await this.database.write(ctx, (tx) => this.lapseOne(tx, bond))) lapsed++;
        } catch (e) {
          failures.push(e);
        }
      }
      after = due.at(-1) ?? null;
      if (due.length < BATCH) break;
    }
    if (failures.length) throw failures[0];
    return lapsed;
  }

  private async lapseOne(tx: Tx, due: DueBond): Promise<boolean> {
    const row = await this.cases.lock(tx, due.caseId);
    const bond = await this.store.lock(tx, due.id);
    if (!bond) return false;
    const payments = await this.payments.ofBond(tx, bond.id);
    const may = mayLapse({
      bondState: bond.state,
      postBy: bond.postBy,
      paymentStates: payments.map((p) => p.state),
      now: tx.now,
    });
    if (may.ok) await this.bonds.lapse(tx, row, bond);
    return may.ok;
  }
}
