import { BondQueries, DirectionQueries } from '#bond-escrow';
import { LedgerQueries } from '#ledger';
import type { Tx } from '#platform';
import { DisputeQueries, RefundQueries, ReversalQueries } from '#refund';
import { Injectable } from '@nestjs/common';

/** The bond of a case with its books, its refund and a proposal that waits. */
@Injectable()
export class CaseMoney {
  constructor(
    private readonly bonds: BondQueries,
    private readonly ledger: LedgerQueries,
    private readonly refunds: RefundQueries,
    private readonly directions: DirectionQueries,
    private readonly reversals: ReversalQueries,
    private readonly disputes: DisputeQueries,
  ) {}

  async of(tx: Tx, caseId: string) {
    const bond = await this.bonds.ofCase(tx, caseId);
    return {
      proposal: await this.directions.proposedFor(tx, caseId),
      bond,
      figures: bond && (await this.ledger.bond(tx, bond.bond.id)),
      statement: bond ? await this.ledger.statement(tx, bond.bond.id) : [],
      refund: await this.refunds.tracker(tx, caseId),
      reversal: await this.reversals.stopping(tx, caseId),
      dispute: await this.disputes.ofCase(tx, caseId),
      surpluses: await this.refunds.surpluses(tx, caseId),
    };
  }
}

export type CaseMoneyContent = Awaited<ReturnType<CaseMoney['of']>>;
