import { Cases } from '#application';
import { Database, eachDue, systemCtx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { mayLapse } from '../domain/decide-lapse.ts';
import { OpenSessions } from '../payment/open-sessions.service.ts';
import { PaymentStore } from '../payment/payment.store.ts';
import { BondStore, type DueBond } from './bond.store.ts';
import { Bonds } from './bonds.service.ts';
import { postingClocks } from './posting-clock.queries.ts';

const BATCH = 100;
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
    private readonly sessions: OpenSessions,
  ) {}

  /** Returns how many lapsed. A batch in one transaction, and one by one where one of them cannot. */
  sweep(): Promise<number> {
    return eachDue<DueBond>({
      batch: BATCH,
      find: (after) => this.database.read(ctx, (tx) => this.store.due(tx, BATCH, after)),
      one: async (bond) => (await this.lapse([bond])) > 0,
      all: (due) => this.lapse(due),
    });
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
      if (!may.ok) {
        if (may.code === 'payment_unsettled') await this.sessions.endTransfers(tx, bond.id);
        continue;
      }
      await this.bonds.lapse(tx, rows[n]!, bond);
      lapsed++;
    }
    return lapsed;
  }
}
