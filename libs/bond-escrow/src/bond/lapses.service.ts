import { Cases } from '#application';
import { Database, systemCtx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { mayLapse } from '../domain/decide-lapse.ts';
import { PaymentStore } from '../payment/payment.store.ts';
import { BondStore, type DueBond } from './bond.store.ts';
import { Bonds } from './bonds.service.ts';
import { postingClocks } from './posting-clock.queries.ts';

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
   * Returns how many lapsed. A batch in one transaction; where one bond cannot, each in its own, so that
   * it does not hold up the others, and fails the sweep in the end.
   */
  async sweep(): Promise<number> {
    let lapsed = 0;
    const failures: unknown[] = [];
    let after: DueBond | null = null;
    for (let batches = 0; batches < BATCHES_MAX; batches++) {
      const from: DueBond | null = after;
      const due: DueBond[] = await this.database.read(ctx, (tx) => this.store.due(tx, BATCH, from));
      const done = await this.lapseBatch(due);
      lapsed += done.lapsed;
      failures.push(...done.failures);
      after = due.at(-1) ?? null;
      if (due.length < BATCH) break;
    }
    if (failures.length) throw failures[0];
    return lapsed;
  }

  private async lapseBatch(
    due: readonly DueBond[],
  ): Promise<{ lapsed: number; failures: unknown[] }> {
    try {
      return { lapsed: await this.lapse(due), failures: [] };
    } catch {
      return this.lapseEach(due);
    }
  }

  private async lapseEach(
    due: readonly DueBond[],
  ): Promise<{ lapsed: number; failures: unknown[] }> {
    let lapsed = 0;
    const failures: unknown[] = [];
    for (const bond of due) {
      try {
        lapsed += await this.lapse([bond]);
      } catch (e) {
        failures.push(e);
      }
    }
    return { lapsed, failures };
  }

  private lapse(due: readonly DueBond[]): Promise<number> {
    return this.database.write(ctx, (tx) => this.lapseIn(tx, due));
  }

  /** Cases, then bonds, each kind in one flight. */
  private async lapseIn(tx: Tx, due: readonly DueBond[]): Promise<number> {
    const rows = await Promise.all(due.map(({ caseId }) => this.cases.lock(tx, caseId)));
    const bonds = await Promise.all(due.map(({ id }) => this.store.lock(tx, id)));
    const states = await this.payments.statesOf(
      tx,
      due.map(({ id }) => id),
    );
    const clockOf = await postingClocks(
      tx,
      bonds.filter((bond) => bond !== null),
    );
    let lapsed = 0;
    for (const [n, bond] of bonds.entries()) {
      if (!bond) continue;
      const paymentStates = states.get(bond.id) ?? [];
      const facts = { bondState: bond.state, clock: clockOf(bond), paymentStates, now: tx.now };
      const may = mayLapse(facts);
      if (!may.ok) continue;
      await this.bonds.lapse(tx, rows[n]!, bond);
      lapsed++;
    }
    return lapsed;
  }
}
