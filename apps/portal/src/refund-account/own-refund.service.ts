import { Injectable, NotFoundException } from '@nestjs/common';
import type { Tx } from '#platform';
import { FallbackAccounts, RefundQueries, type FallbackView, type TrackedWay } from '#refund';
import { OwnBonds } from '../own/own-bonds.service.ts';

export interface OwnRefund {
  readonly reference: string;
  readonly refund: TrackedWay;
  /** The account that was given beforehand; null where none was. */
  readonly fallback: FallbackView | null;
}

/** One refund of a bond to which one is a party: of the bond, or of money beyond it. */
@Injectable()
export class OwnRefunds {
  constructor(
    private readonly own: OwnBonds,
    private readonly refunds: RefundQueries,
    private readonly fallbacks: FallbackAccounts,
  ) {}

  async one(tx: Tx, reference: string, refundId: string): Promise<OwnRefund> {
    const own = await this.own.one(tx, reference);
    if (!own) throw new NotFoundException();
    const { id, caseId } = own.bond.bond;
    const bonds = await this.refunds.tracker(tx, caseId);
    const all = [...(bonds ? [bonds] : []), ...(await this.refunds.surpluses(tx, caseId))];
    const refund = all.find((one) => one.refundId === refundId);
    if (!refund) throw new NotFoundException();
    return { reference: own.row.reference, refund, fallback: await this.fallbacks.of(tx, id) };
  }
}
