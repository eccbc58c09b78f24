import { Cases } from '#application';
import { Bonds, BondQueries } from '#bond-escrow';
import { instantFromDate, toDate } from '#kernel';
import { Database, systemCtx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Resumption } from '../reversal/resumption.service.ts';
import { CaseFreezes } from './case-freezes.service.ts';
import { FreezeStore } from './freeze.store.ts';

const CTX = systemCtx('freeze.lift');
const JOB_LOST_AFTER_MS = 10 * 60_000;
const SWEEP_MAX = 100;

/** Lets go on what a freeze had stopped, once two people said so; in the worker, which alone may. */
@Injectable()
export class FreezeLifting {
  constructor(
    private readonly database: Database,
    private readonly store: FreezeStore,
    private readonly freezes: CaseFreezes,
    private readonly cases: Cases,
    private readonly bonds: Bonds,
    private readonly queries: BondQueries,
    private readonly resumption: Resumption,
  ) {}

  /** May be repeated. */
  async lift(freezeId: string): Promise<void> {
    await this.database.write(CTX, async (tx) => {
      const found = await this.store.find(tx, freezeId);
      if (found?.state !== 'lift_approved') return;
      const theCase = await this.cases.lock(tx, found.caseId);
      const bondId = (await this.queries.ofCase(tx, found.caseId))?.bond.id ?? null;
      const bond = bondId ? await this.bonds.lock(tx, bondId) : null;
      const row = await this.store.lock(tx, freezeId);
      if (row?.state !== 'lift_approved') return;
      await this.store.move(tx, row, 'lifted');
      await this.freezes.noted(tx, row, 'lifted');
      await this.resumption.ofCase(tx, { theCase, bond });
    });
  }

  /** Puts jobs for those whose job was lost. */
  async sweep(): Promise<number> {
    return this.database.write(CTX, async (tx) => {
      const before = instantFromDate(new Date(toDate(tx.now).getTime() - JOB_LOST_AFTER_MS));
      const ids = await this.store.overdue(tx, before, SWEEP_MAX);
      for (const id of ids) await this.freezes.putJob(tx, id);
      return ids.length;
    });
  }
}
