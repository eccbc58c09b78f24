import { Cases } from '#application';
import { Bonds, type Bond } from '#bond-escrow';
import { instantFromDate, toDate } from '#kernel';
import { Database, systemCtx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Resumption } from './resumption.service.ts';
import { ReversalStore } from './reversal.store.ts';
import { SettlementFacts } from './settlement-facts.service.ts';
import { Settlements } from './settlements.service.ts';

const CTX = systemCtx('reversal.settle');
const JOB_LOST_AFTER_MS = 10 * 60_000;
const SWEEP_MAX = 100;

/** Carries out what two people decided about a reversal; in the worker, which alone may. */
@Injectable()
export class Settling {
  constructor(
    private readonly database: Database,
    private readonly store: ReversalStore,
    private readonly facts: SettlementFacts,
    private readonly cases: Cases,
    private readonly bonds: Bonds,
    private readonly resumption: Resumption,
    private readonly settlements: Settlements,
  ) {}

  /** May be repeated. */
  async settle(reversalId: string): Promise<void> {
    await this.database.write(CTX, async (tx) => {
      const found = await this.store.find(tx, reversalId);
      if (found?.state !== 'approved') return;
      const [theCase, bond, row] = await Promise.all([
        found.caseId ? this.cases.lock(tx, found.caseId) : null,
        found.bondId ? this.bonds.lock(tx, found.bondId) : null,
        this.store.lock(tx, reversalId),
      ]);
      if (row?.state !== 'approved') return;
      const possible = await this.facts.outcomes(tx, row, { theCase, bond });
      if (!possible.ok || !possible.value.includes(row.outcome!)) {
        throw new Error(`a reversal cannot be settled as ${row.outcome}`);
      }
      await this.store.move(tx, row, 'settled', {}, { reasonCode: row.outcome! });
      await this.settlements.noted(tx, row, 'settled');
      if (row.outcome === 'post_again') {
        await this.bonds.postAgain(tx, theCase!, bond!);
        return;
      }
      await this.resumption.goOn(tx, row, { theCase, bond: await this.endWhatIsEmpty(tx, bond) });
    });
  }

  /** Puts jobs for decisions whose job was lost. */
  async sweep(): Promise<number> {
    return this.database.write(CTX, async (tx) => {
      const before = instantFromDate(new Date(toDate(tx.now).getTime() - JOB_LOST_AFTER_MS));
      const ids = await this.store.overdue(tx, before, SWEEP_MAX);
      for (const id of ids) await this.settlements.putJob(tx, id);
      return ids.length;
    });
  }

  /** A traveller whose bond is empty has none: the departure closes the case without a refund. */
  private async endWhatIsEmpty(tx: Tx, bond: Bond | null): Promise<Bond | null> {
    if (bond?.state !== 'held') return bond;
    const isEmpty = (await this.facts.heldMinor(tx, bond.id)) === 0n;
    return isEmpty ? this.bonds.endUnsecured(tx, bond) : bond;
  }
}
