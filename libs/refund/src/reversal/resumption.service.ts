import type { CaseRow } from '#application';
import { Bonds, type Bond } from '#bond-escrow';
import { dayIn, isZero, type Money } from '#kernel';
import { freeOf } from '#ledger';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Freezes } from '../freeze/freezes.service.ts';
import { NewDisbursements } from '../disbursement/new-disbursements.service.ts';
import { OPEN_STATES } from '../domain/disbursement.lifecycle.ts';
import { RefundDecisions } from '../refund/refund-decisions.service.ts';
import type { Refund } from '../refund/refund.entity.ts';
import { RefundTrail } from '../refund/refund-trail.service.ts';
import { RefundStore } from '../refund/refund.store.ts';
import type { Reversal } from './reversal.entity.ts';

/** Whose money a reversal took, locked in this order; null where it came for no bond. */
export interface Owner {
  readonly theCase: CaseRow | null;
  readonly bond: Bond | null;
}

/** What a reversal or a freeze had stopped goes on, once nothing stops it any more. */
@Injectable()
export class Resumption {
  constructor(
    private readonly refunds: RefundStore,
    private readonly newDisbursements: NewDisbursements,
    private readonly decisions: RefundDecisions,
    private readonly bonds: Bonds,
    private readonly notes: RefundTrail,
    private readonly freezes: Freezes,
  ) {}

  /** After a freeze: what was approved meanwhile leaves, and what a rule decided is returned. */
  async ofCase(tx: Tx, owner: Owner): Promise<void> {
    const caseId = owner.theCase!.id;
    if (await this.freezes.stopping(tx, 'send_disbursement', { caseId })) return;
    for (const row of await this.refunds.approvedOf(tx, caseId)) {
      await this.newDisbursements.send(tx, row);
    }
    if (owner.bond) await this.goOnWith(tx, owner.bond.id, owner);
  }

  async goOn(tx: Tx, { bondId, receivedPaymentId }: Reversal, owner: Owner): Promise<void> {
    if (bondId && !(await this.isStopped(tx, bondId))) {
      await this.goOnWith(tx, bondId, owner);
    }
    if (!(await this.isStopped(tx, receivedPaymentId))) {
      await this.goOnWith(tx, receivedPaymentId, null);
    }
  }

  private async isStopped(tx: Tx, ownerId: string): Promise<boolean> {
    return (await this.freezes.stopping(tx, 'send_disbursement', { ownerId })) !== null;
  }

  /**
   * What had met a refund is back: as after a refund that failed after success, another disbursement is
   * the treasury's, and the payer hears of it (R27).
   */
  async owedAgain(tx: Tx, refund: Refund, amountMinor: bigint, { bond }: Owner): Promise<void> {
    const tried = await this.refunds.disbursementsOf(tx, refund.id);
    if (!tried.some((a) => a.state === 'succeeded')) {
      await this.refunds.setReturnedOn(tx, new Map([[refund, null]]));
    }
    if (refund.ownerKind === 'bond' && bond?.state === 'closed') {
      await this.bonds.refundFailed(tx, bond);
    }
    await this.newDisbursements.next(tx, refund, tried.at(-1)!, { amountMinor });
    await this.notes.mail(tx, refund, 'refund_returned');
  }

  /** With the bond's money, or with what a payment left in suspense, which has no owner. */
  private async goOnWith(tx: Tx, ownerId: string, owner: Owner | null): Promise<void> {
    const bond = owner?.bond ?? null;
    const refunds = await this.refunds.ofOwner(tx, ownerId);
    for (const refund of refunds) {
      await this.goOnReturning(tx, refund, await freeOf(tx, ownerId), bond);
    }
    if (refunds.length > 0) return;
    const free = await freeOf(tx, ownerId);
    if (bond?.state !== 'cancelled') return;
    if (!free || isZero(free)) return void (await this.bonds.close(tx, [bond]));
    await this.decisions.returnRest(tx, { theCase: owner!.theCase!, bond }, free);
  }

  /** The duty to return was decided before: what is left of it is tried, or it is met. */
  private async goOnReturning(
    tx: Tx,
    refund: Refund,
    free: Money | null,
    bond: Bond | null,
  ): Promise<void> {
    const tried = await this.refunds.disbursementsOf(tx, refund.id);
    const stands = tried.some((a) => a.state === 'succeeded' || OPEN_STATES.includes(a.state));
    if (stands) return;
    if (free && !isZero(free)) {
      const amountMinor = free.minor < refund.amountMinor ? free.minor : refund.amountMinor;
      await this.newDisbursements.next(tx, refund, tried.at(-1)!, { amountMinor });
      return;
    }
    // Whoever paid has it all: by another way than ours, but it is returned.
    await this.refunds.setReturnedOn(tx, new Map([[refund, dayIn(tx.now, refund.zone)]]));
    await this.notes.mail(tx, refund, 'refund_succeeded');
    if (bond?.state === 'cancelled') await this.bonds.close(tx, [bond]);
  }
}
