import { Cases } from '#application';
import { Database, eachDue, systemCtx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { mayLapse } from '../domain/decide-lapse.ts';
import { OpenSessions } from '../payment/open-sessions.service.ts';
import { PaymentStore, type PaymentStanding } from '../payment/payment.store.ts';
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

  /** Cases, bonds and their payments are asked for in that order, in one flight. */
  private async lapse(tx: Tx, due: readonly DueBond[]): Promise<number> {
    const caseIds = due.map(({ caseId }) => caseId);
    const bondIds = due.map(({ id }) => id);
    const [rows, bonds, payments] = await Promise.all([
      this.cases.lockAll(tx, caseIds),
      this.store.lockAll(tx, bondIds),
      this.payments.standingOf(tx, bondIds),
    ]);
    const clockOf = await postingClocks(tx, [...bonds.values()]);
    const lapsing: BondOfCase[] = [];
    const unsettled: PaymentStanding[] = [];
    for (const bond of bonds.values()) {
      const own = payments.filter(({ bondId }) => bondId === bond.id);
      const paymentStates = own.map(({ state }) => state);
      const facts = { bondState: bond.state, clock: clockOf(bond), paymentStates, now: tx.now };
      const may = mayLapse(facts);
      if (may.ok) lapsing.push({ row: rows.get(bond.caseId)!, bond });
      else if (may.code === 'payment_unsettled') unsettled.push(...own);
    }
    // Its last day is over: transfers that have not come in full do not count any more (R9).
    const transfers = unsettled.filter(({ way }) => way === 'bank_transfer');
    await this.sessions.end(tx, ...transfers);
    await this.bonds.lapse(tx, lapsing);
    return lapsing.length;
  }
}
