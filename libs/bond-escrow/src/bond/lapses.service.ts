import { Cases } from '#application';
import { Database, eachDue, systemCtx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { mayLapse } from '../domain/decide-lapse.ts';
import { OpenSessions } from '../payment/open-sessions.service.ts';
import { PaymentStore } from '../payment/payment.store.ts';
import type { Bond } from './bond.entity.ts';
import type { BondOfCase } from './bond-mails.service.ts';
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

  /** Returns how many lapsed. */
  sweep(): Promise<number> {
    return eachDue<DueBond>({
      batch: BATCH,
      find: (after) => this.database.read(ctx, (tx) => this.store.due(tx, BATCH, after)),
      all: (due) => this.database.write(ctx, (tx) => this.lapse(tx, due)),
    });
  }

  private async lapse(tx: Tx, due: readonly DueBond[]): Promise<number> {
    const caseIds = due.map(({ caseId }) => caseId);
    const bondIds = due.map(({ id }) => id);
    const [rows, bonds] = await Promise.all([
      this.cases.lockAll(tx, caseIds),
      this.store.lockAll(tx, bondIds),
    ]);
    const decide = await this.deciding(tx, [...bonds.values()]);
    const lapsing: BondOfCase[] = [];
    for (const bond of bonds.values()) {
      const may = decide(bond);
      if (may.ok) lapsing.push({ row: rows.get(bond.caseId)!, bond });
      else if (may.code === 'payment_unsettled') await this.sessions.endTransfers(tx, bond.id);
    }
    await this.bonds.lapse(tx, lapsing);
    return lapsing.length;
  }

  /** What has to be known of them all is asked at once. */
  private async deciding(tx: Tx, bonds: readonly Bond[]) {
    const ids = bonds.map(({ id }) => id);
    const [states, clockOf] = await Promise.all([
      this.payments.statesOf(tx, ids),
      postingClocks(tx, bonds),
    ]);
    return (bond: Bond) =>
      mayLapse({
        ...{ bondState: bond.state, clock: clockOf(bond), now: tx.now },
        paymentStates: states.get(bond.id) ?? [],
      });
  }
}
