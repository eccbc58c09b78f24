import { Bonds, type Bond } from '#bond-escrow';
import { dayIn, isZero } from '#kernel';
import { LedgerQueries, LedgerStore } from '#ledger';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { About, LockedDisbursement } from './disbursement-told.ts';
import { RefundTrail } from '../refund/refund-trail.service.ts';
import { RefundStore } from '../refund/refund.store.ts';

/** A disbursement that succeeded, and what the ledger is told of its reserve. */
export interface Succeeded {
  readonly locked: LockedDisbursement;
  readonly about: About;
}

/** Money has left and arrived: books, the day of its return, the payer's mail, and the bond's end. */
@Injectable()
export class ReturnedMoney {
  constructor(
    private readonly store: RefundStore,
    private readonly bonds: Bonds,
    private readonly ledger: LedgerStore,
    private readonly books: LedgerQueries,
    private readonly notes: RefundTrail,
  ) {}

  async book(tx: Tx, all: readonly Succeeded[]): Promise<void> {
    const abouts = all.map(({ about }) => about);
    const ends = await this.ledger.settleAll(tx, abouts);
    for (const [n, how] of ends.entries()) {
      // It left although we had written it off: the operator may have paid twice. For a person.
      if (how === 'settled_late') await this.notes.of(tx, all[n]!.locked.row, 'settled_late', {});
    }
    await this.tell(tx, all);
    const locked = all.map((one) => one.locked);
    await this.closeWhenEmpty(tx, locked);
  }

  /** Bonds that are over but for their money, of which nothing is left. */
  async closeWhenEmpty(tx: Tx, all: readonly LockedDisbursement[]): Promise<void> {
    const over = new Map(all.flatMap(bondThatIsOver));
    const figures = await this.books.bonds(tx, [...over.keys()]);
    const empty = [...over.values()].filter(({ id }) => {
      const held = figures.get(id)?.held;
      return !held || isZero(held);
    });
    await this.bonds.close(tx, empty);
  }

  /** Those whose payer has not been told before. */
  private async tell(tx: Tx, all: readonly Succeeded[]): Promise<void> {
    const first = all.filter(({ locked }) => !locked.refund.returnedOn);
    const days = new Map(
      first.map(({ locked: { refund }, about }) => [refund, dayIn(about.happenedAt, refund.zone)]),
    );
    await this.store.setReturnedOn(tx, days);
    await this.notes.mailAll(tx, [...days.keys()], 'refund_succeeded');
  }
}

function bondThatIsOver({ refund, bond }: LockedDisbursement): [string, Bond][] {
  if (refund.ownerKind !== 'bond' || !bond) return [];
  const isOver = bond.state === 'cancelled' || bond.state === 'breach_final';
  return isOver ? [[bond.id, bond]] : [];
}
