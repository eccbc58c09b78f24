import { BondDeskQueries, Bonds, Undertakings, type Bond, type SuspenseRow } from '#bond-escrow';
import { CaseQueries } from '#application';
import { isZero, money, ok, refused, type Result } from '#kernel';
import { freeOf, LedgerQueries } from '#ledger';
import type { Tx } from '#platform';
import { Programmes, type Rules } from '#programme';
import { Injectable } from '@nestjs/common';
import {
  isEnoughAlone,
  mayMatch,
  mayReturn,
  type Match,
  type NotMatchable,
  type NotMovable,
  type SuspenseMoney,
} from '../domain/decide-suspense.ts';
import { Freezes } from '../freeze/freezes.service.ts';
import type { SuspenseProposal } from './suspense-proposal.entity.ts';

export interface MatchWithBond extends Match {
  readonly bond: Bond;
  /** One person's decision is enough. */
  readonly isEnough: boolean;
}

export type NotPossible = NotMovable | NotMatchable | 'amount_changed';

/** What is there, and what may be made of it as things stand. */
@Injectable()
export class SuspenseFacts {
  constructor(
    private readonly desk: BondDeskQueries,
    private readonly freezes: Freezes,
    private readonly bonds: Bonds,
    private readonly undertakings: Undertakings,
    private readonly books: LedgerQueries,
    private readonly cases: CaseQueries,
    private readonly programmes: Programmes,
  ) {}

  /** Null for what was never received. */
  received(tx: Tx, receivedPaymentId: string): Promise<SuspenseRow | null> {
    return this.desk.received(tx, receivedPaymentId);
  }

  async returnable(tx: Tx, receivedPaymentId: string) {
    return mayReturn(await this.moneyOf(tx, receivedPaymentId));
  }

  /** With the bond of this reference, as its payer writes it. */
  async match(
    tx: Tx,
    item: SuspenseRow,
    reference: string,
  ): Promise<Result<MatchWithBond, NotMatchable | 'no_such_bond'>> {
    const theCase = await this.cases.submitted(tx, reference);
    const bond = theCase && (await this.bonds.ofCase(tx, theCase.id));
    return bond ? this.matchWith(tx, item, bond) : refused('no_such_bond');
  }

  async matchWith(
    tx: Tx,
    item: SuspenseRow,
    bond: Bond,
  ): Promise<Result<MatchWithBond, NotMatchable>> {
    const figures = await this.books.bond(tx, bond.id);
    const may = mayMatch(await this.moneyOf(tx, item.receivedPaymentId), {
      state: bond.state,
      amount: money(bond.amountMinor, bond.currency),
      isSigned: await this.undertakings.isSigned(tx, bond),
      bearsALoss: figures !== null && !isZero(figures.borne),
    });
    if (!may.ok) return may;
    const { suspenseSecondPersonAboveMinor } = await this.rulesOf(tx, bond);
    const isEnough = isEnoughAlone({
      amountMinor: may.value.amount.minor,
      cameByItsPayment: item.paymentBondId === bond.id,
      secondPersonAboveMinor: BigInt(suspenseSecondPersonAboveMinor),
    });
    return ok({ ...may.value, bond, isEnough });
  }

  /** Whether what was proposed can still be done, to the last unit. */
  async possible(tx: Tx, row: SuspenseProposal): Promise<Result<true, NotPossible>> {
    if (row.kind !== 'match') {
      const free = await this.returnable(tx, row.receivedPaymentId);
      if (!free.ok) return free;
      return free.value.minor < row.amountMinor ? refused('amount_changed') : ok(true);
    }
    const [item, bond] = await Promise.all([
      this.received(tx, row.receivedPaymentId),
      this.bonds.find(tx, row.bondId!),
    ]);
    if (!item || !bond) throw new Error('a match of a payment or with a bond that is not there');
    const match = await this.matchWith(tx, item, bond);
    if (!match.ok) return match;
    return match.value.amount.minor === row.amountMinor ? ok(true) : refused('amount_changed');
  }

  async rulesOf(tx: Tx, { caseId }: Pick<Bond, 'caseId'>): Promise<Rules> {
    const theCase = await this.cases.byId(tx, caseId);
    if (!theCase) throw new Error('a bond without its case');
    const { programmeCode, programmeVersion } = theCase;
    return (await this.programmes.version(tx, programmeCode, programmeVersion)).rules;
  }

  private async moneyOf(tx: Tx, receivedPaymentId: string): Promise<SuspenseMoney> {
    const free = await freeOf(tx, receivedPaymentId);
    const frozen = await this.freezes.refusal(tx, 'move_suspense', { ownerId: receivedPaymentId });
    return { free, frozen };
  }
}
