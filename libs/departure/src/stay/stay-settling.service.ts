import { Cases, type CaseRow } from '#application';
import { Bonds, type Bond } from '#bond-escrow';
import { Database, eachOf, systemCtx, type Tx } from '#platform';
import { isFrozenCode } from '#refund';
import { Injectable } from '@nestjs/common';
import { stayFactLifecycle } from '../domain/stay-fact.lifecycle.ts';
import { StayEffects } from './stay-effects.service.ts';
import type { StayFact } from './stay-fact.entity.ts';
import { StayFactQueries } from './stay-fact.queries.ts';
import { StayFactStore, UNANSWERED } from './stay-fact.store.ts';
import { StayTrail } from './stay-trail.service.ts';

const CTX = systemCtx('stay_fact.carry_out');

/** Carries out what two people accepted of a stay; in the worker, which alone may. */
@Injectable()
export class StaySettling {
  constructor(
    private readonly database: Database,
    private readonly store: StayFactStore,
    private readonly queries: StayFactQueries,
    private readonly cases: Cases,
    private readonly bonds: Bonds,
    private readonly effects: StayEffects,
    private readonly trail: StayTrail,
  ) {}

  /** May be repeated. */
  settle(factId: string): Promise<void> {
    return this.database.write(CTX, async (tx) => {
      const found = await this.store.find(tx, factId);
      if (!found) return;
      const theCase = await this.cases.lock(tx, found.caseId);
      const bond = found.bondId ? await this.bonds.lock(tx, found.bondId) : null;
      const row = await this.store.lock(tx, factId);
      if (!row) return;
      if (await this.effects.isOvertaken(tx, row, theCase, bond)) return this.overtake(tx, row);
      if (row.state === 'accepted') await this.carryOut(tx, row, theCase, bond);
    });
  }

  /** What a lost job has left, and what was decided without it. Returns how many it took up. */
  async sweep(): Promise<number> {
    const ids = await this.database.read(CTX, (tx) => this.queries.due(tx));
    await eachOf(ids, (id) => this.settle(id));
    return ids.length;
  }

  private async carryOut(
    tx: Tx,
    row: StayFact,
    theCase: CaseRow,
    bond: Bond | null,
  ): Promise<void> {
    const done = await this.effects.apply(tx, row, theCase, bond);
    // A reversal is being settled: what is left is known afterwards, and the sweep comes again (R35).
    if (!done.ok && isFrozenCode(done.code)) return;
    if (!done.ok) {
      await this.store.move(tx, row, 'money_changed', UNANSWERED);
      return this.trail.note(tx, row, 'money_changed');
    }
    await this.store.move(tx, row, 'carried_out');
    await this.trail.note(tx, row, 'carried_out');
  }

  private async overtake(tx: Tx, row: StayFact): Promise<void> {
    if (!stayFactLifecycle.may(row.state, 'overtaken')) return;
    await this.store.move(tx, row, 'overtaken');
    await this.trail.note(tx, row, 'overtaken');
  }
}
