import { CaseQueries } from '#application';
import { BondQueries } from '#bond-escrow';
import type { Result } from '#kernel';
import { LedgerQueries } from '#ledger';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { outcomesOf, type NotYet, type ReversalOutcome } from '../domain/settle-reversal.ts';
import { RefundStore } from '../refund/refund.store.ts';
import type { Reversal } from './reversal.entity.ts';

/** What may be made of a reversal as things stand. */
@Injectable()
export class SettlementFacts {
  constructor(
    private readonly refunds: RefundStore,
    private readonly cases: CaseQueries,
    private readonly bonds: BondQueries,
    private readonly books: LedgerQueries,
  ) {}

  async outcomes(tx: Tx, row: Reversal): Promise<Result<readonly ReversalOutcome[], NotYet>> {
    const bond = row.bondId ? await this.bonds.one(tx, row.bondId) : null;
    const theCase = row.caseId ? await this.cases.byId(tx, row.caseId) : null;
    const owners = [row.bondId, row.receivedPaymentId].filter((id) => id !== null);
    return outcomesOf({
      ...{ state: row.state, money: row.money },
      ...{ bondState: bond?.bond.state ?? null, caseState: theCase?.state ?? null },
      heldMinor: row.bondId ? await this.heldMinor(tx, row.bondId) : 0n,
      isDisbursementUnderWay: await this.refunds.isUnderWay(tx, owners),
    });
  }

  /** What the operator has lost on the bond so far. */
  async borneMinor(tx: Tx, bondId: string): Promise<bigint> {
    return (await this.books.bond(tx, bondId))?.borne.minor ?? 0n;
  }

  async heldMinor(tx: Tx, bondId: string): Promise<bigint> {
    return (await this.books.bond(tx, bondId))?.held.minor ?? 0n;
  }
}
