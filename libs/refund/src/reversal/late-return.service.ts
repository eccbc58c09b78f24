import { SuspenseNotes, type Bond } from '#bond-escrow';
import { isZero, type Instant } from '#kernel';
import { freeOf } from '#ledger';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { OPEN_STATES } from '../domain/disbursement.lifecycle.ts';
import { whereItBelongs } from '../domain/settle-reversal.ts';
import type { Refund } from '../refund/refund.entity.ts';
import { RefundStore } from '../refund/refund.store.ts';
import { Resumption, type Owner } from './resumption.service.ts';
import { ReversalBooks } from './reversal-books.service.ts';
import type { Reversal } from './reversal.entity.ts';
import { ReversalStore } from './reversal.store.ts';
import { SettlementFacts } from './settlement-facts.service.ts';

/**
 * Money that comes back after two people had settled that it was gone: a refund made elsewhere that
 * failed late, a dispute that is won on appeal. It is owed again, so it goes where somebody will
 * return it, and never waits unseen (R27, R35).
 */
@Injectable()
export class LateReturn {
  constructor(
    private readonly store: ReversalStore,
    private readonly refunds: RefundStore,
    private readonly books: ReversalBooks,
    private readonly facts: SettlementFacts,
    private readonly resumption: Resumption,
    private readonly suspense: SuspenseNotes,
  ) {}

  async take(tx: Tx, row: Reversal, happenedAt: Instant, owner: Owner): Promise<void> {
    const { bond } = owner;
    const refund = await this.refundThatOwes(tx, row);
    const { outcome } = row;
    const to = whereItBelongs({
      ...{ outcome, bondState: bond?.state ?? null, isOwedByRefund: refund !== null },
      isBorne: bond !== null && (await this.facts.borneMinor(tx, bond.id)) >= row.amountMinor,
    });
    await this.books.cameBack(tx, row, happenedAt, to === 'suspense');
    const why = { reasonCode: `came_back_to_${to}`, happenedAt };
    await this.store.move(tx, row, 'undone', { cameBackTo: to }, why);
    if (to === 'refund') await this.resumption.owedAgain(tx, refund!, row.amountMinor, owner);
    if (to === 'suspense' && bond) await this.setAside(tx, row, bond, happenedAt);
  }

  /** Less than came back where the operator had borne a part. */
  private async setAside(tx: Tx, row: Reversal, bond: Bond, arrivedAt: Instant): Promise<void> {
    const { receivedPaymentId, currency } = row;
    const free = await freeOf(tx, receivedPaymentId);
    if (!free || isZero(free)) return;
    const amountMinor = free.minor < row.amountMinor ? free.minor : row.amountMinor;
    const why = 'came_back';
    const entry = { receivedPaymentId, why, receivedMinor: amountMinor, amountMinor } as const;
    await this.suspense.record(tx, bond, { ...entry, currency, arrivedAt });
  }

  /** One that counted this money as returned, with nothing of its own under way. */
  private async refundThatOwes(tx: Tx, row: Reversal): Promise<Refund | null> {
    for (const refund of await this.refunds.ofOwner(tx, row.bondId ?? row.receivedPaymentId)) {
      if (await this.owes(tx, refund, row.amountMinor)) return refund;
    }
    return null;
  }

  private async owes(tx: Tx, refund: Refund, amountMinor: bigint): Promise<boolean> {
    const tried = await this.refunds.disbursementsOf(tx, refund.id);
    if (tried.some((a) => OPEN_STATES.includes(a.state))) return false;
    const returned = tried
      .filter((a) => a.state === 'succeeded')
      .reduce((sum, a) => sum + a.amountMinor, 0n);
    return returned + amountMinor <= refund.amountMinor;
  }
}
