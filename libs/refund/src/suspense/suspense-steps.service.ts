import { Cases } from '#application';
import { Bonds, type SuspenseRow } from '#bond-escrow';
import { money } from '#kernel';
import { cause, LedgerStore } from '#ledger';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { SuspenseFacts } from './suspense-facts.service.ts';
import type { SuspenseProposal } from './suspense-proposal.entity.ts';
import { SuspenseReturns, type CameFor } from './suspense-returns.service.ts';
import { SuspenseTrail } from './suspense-trail.service.ts';
import { SuspenseStore } from './suspense.store.ts';

/** What a proposal is about, its bond locked: that of a match, or the one that the money came for. */
export interface AboutSuspense {
  readonly item: SuspenseRow;
  readonly of: CameFor | null;
}

/** How what was decided is done: all of it in the worker's transaction, nothing at the processor. */
@Injectable()
export class SuspenseSteps {
  constructor(
    private readonly store: SuspenseStore,
    private readonly facts: SuspenseFacts,
    private readonly cases: Cases,
    private readonly bonds: Bonds,
    private readonly ledger: LedgerStore,
    private readonly returns: SuspenseReturns,
    private readonly trail: SuspenseTrail,
  ) {}

  /** In the fixed order, the case first. */
  async lock(tx: Tx, row: SuspenseProposal): Promise<AboutSuspense> {
    const item = await this.facts.received(tx, row.receivedPaymentId);
    if (!item) throw new Error('a proposal about money that never came');
    const bondId = row.bondId ?? item.bondId;
    const named = bondId ? await this.bonds.find(tx, bondId) : null;
    if (!named) return { item, of: null };
    const [theCase, bond] = await Promise.all([
      this.cases.lock(tx, named.caseId),
      this.bonds.lock(tx, named.id),
    ]);
    return { item, of: { theCase, bond: bond! } };
  }

  async carryOut(tx: Tx, row: SuspenseProposal, { item, of }: AboutSuspense): Promise<void> {
    if (row.kind === 'match') await this.match(tx, row, item, of!);
    else await this.giveBack(tx, row, item, of);
    await this.store.move(tx, row, 'carried_out');
    await this.trail.note(tx, row, 'carried_out');
  }

  /** The bond has what it asks, and goes on as if its payer had paid it now. */
  private async match(
    tx: Tx,
    row: SuspenseProposal,
    item: SuspenseRow,
    { theCase, bond }: CameFor,
  ): Promise<void> {
    await this.ledger.match(tx, {
      ...{ receivedPaymentId: row.receivedPaymentId, bondId: bond.id },
      amount: money(row.amountMinor, row.currency),
      ...{ cause: cause.matched(row.id), happenedAt: tx.now },
    });
    await this.bonds.hold(tx, theCase, bond);
    const other = item.bondId && item.bondId !== bond.id ? item.bondId : null;
    const told = other ? await this.bonds.find(tx, other) : null;
    if (told) await this.trail.countsElsewhere(tx, told, row);
  }

  private async giveBack(
    tx: Tx,
    row: SuspenseProposal,
    item: SuspenseRow,
    cameFor: CameFor | null,
  ): Promise<void> {
    await this.returns.make(tx, row, item, cameFor);
    if (cameFor) await this.trail.goesBack(tx, cameFor.bond, row);
  }
}
