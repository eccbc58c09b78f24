import { CaseQueries, type CaseRow } from '#application';
import { BondQueries, type Bond } from '#bond-escrow';
import type { Result } from '#kernel';
import { LedgerQueries } from '#ledger';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { outcomesOf, type NotYet, type ReversalOutcome } from '../domain/settle-reversal.ts';
import { RefundStore } from '../refund/refund.store.ts';
import type { Reversal } from './reversal.entity.ts';

/** The case and the bond that a reversal is about, where it is about one. */
interface About {
  readonly theCase: Pick<CaseRow, 'state'> | null;
  readonly bond: Pick<Bond, 'state'> | null;
}

/** What may be made of a reversal as things stand. */
@Injectable()
export class SettlementFacts {
  constructor(
    private readonly refunds: RefundStore,
    private readonly cases: CaseQueries,
    private readonly bonds: BondQueries,
    private readonly books: LedgerQueries,
  ) {}

  /** `known` is what the caller has read or locked already. */
  async outcomes(
    tx: Tx,
    row: Reversal,
    known?: About,
  ): Promise<Result<readonly ReversalOutcome[], NotYet>> {
    const { theCase, bond } = known ?? (await this.about(tx, row));
    const owners = [row.bondId, row.receivedPaymentId].filter((id) => id !== null);
    return outcomesOf({
      ...{ state: row.state, money: row.money },
      ...{ bondState: bond?.state ?? null, caseState: theCase?.state ?? null },
      heldMinor: row.bondId ? await this.heldMinor(tx, row.bondId) : 0n,
      isDisbursementUnderWay: await this.refunds.isUnderWay(tx, owners),
    });
  }

  private async about(tx: Tx, { bondId, caseId }: Reversal): Promise<About> {
    const bond = bondId ? await this.bonds.one(tx, bondId) : null;
    return { bond: bond?.bond ?? null, theCase: caseId ? await this.cases.byId(tx, caseId) : null };
  }

  /** What the operator has lost on the bond so far. */
  async borneMinor(tx: Tx, bondId: string): Promise<bigint> {
    return (await this.books.bond(tx, bondId))?.borne.minor ?? 0n;
  }

  async heldMinor(tx: Tx, bondId: string): Promise<bigint> {
    return (await this.books.bond(tx, bondId))?.held.minor ?? 0n;
  }
}
