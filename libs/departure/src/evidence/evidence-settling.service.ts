import { Cases, type CaseRow } from '#application';
import { Bonds, type Bond } from '#bond-escrow';
import { Database, eachOf, systemCtx, type Tx } from '#platform';
import { isFrozenCode, RefundDecisions } from '#refund';
import { Injectable } from '@nestjs/common';
import { isProvable } from '../domain/decide-evidence.ts';
import { evidenceLifecycle } from '../domain/evidence.lifecycle.ts';
import { EvidenceTrail } from './evidence-trail.service.ts';
import type { Evidence } from './evidence.entity.ts';
import { EvidenceQueries } from './evidence.queries.ts';
import { EvidenceStore, UNDECIDED } from './evidence.store.ts';

const CTX = systemCtx('evidence.settle');
/** The conditions were met: a departure on or before the leave-by date. */
const RULE = 'R15a';

/** Carries out what two people accepted; in the worker, which alone may. */
@Injectable()
export class EvidenceSettling {
  constructor(
    private readonly database: Database,
    private readonly store: EvidenceStore,
    private readonly queries: EvidenceQueries,
    private readonly cases: Cases,
    private readonly bonds: Bonds,
    private readonly refunds: RefundDecisions,
    private readonly trail: EvidenceTrail,
  ) {}

  /** May be repeated. */
  settle(evidenceId: string): Promise<void> {
    return this.database.write(CTX, async (tx) => {
      const found = await this.store.find(tx, evidenceId);
      if (!found) return;
      const [theCase, bond, row] = await Promise.all([
        this.cases.lock(tx, found.caseId),
        this.bonds.lock(tx, found.bondId),
        this.store.lock(tx, evidenceId),
      ]);
      if (!row || !bond) return;
      if (!isProvable(bond.state)) return this.overtake(tx, row);
      if (row.state === 'accepted') await this.carryOut(tx, row, { theCase, bond });
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
    row: Evidence,
    { theCase, bond }: { theCase: CaseRow; bond: Bond },
  ): Promise<void> {
    const decision = { rule: RULE, decisionId: row.decisionId! };
    const returned = await this.refunds.cancelByPeople(tx, { theCase, bond }, decision);
    // A reversal is being settled: what is left is known afterwards, and the sweep comes again (R35).
    if (!returned.ok && isFrozenCode(returned.code)) return;
    if (!returned.ok) {
      await this.store.move(tx, row, 'money_changed', UNDECIDED);
      return this.trail.note(tx, row, 'money_changed');
    }
    await this.cases.departed(tx, theCase, row.departedOn);
    await this.cases.close(tx, theCase, 'departed_in_time');
    await this.store.move(tx, row, 'carried_out');
    await this.trail.carriedOut(tx, row);
  }

  private async overtake(tx: Tx, row: Evidence): Promise<void> {
    if (!evidenceLifecycle.may(row.state, 'overtaken')) return;
    await this.store.move(tx, row, 'overtaken');
    await this.trail.note(tx, row, 'overtaken');
  }
}
