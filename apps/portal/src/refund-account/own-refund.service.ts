import { Injectable, NotFoundException } from '@nestjs/common';
import type { Tx } from '#platform';
import { RefundQueries, type TrackedWay } from '#refund';
import { OwnCases } from '../own/own-cases.service.ts';

export interface OwnRefund {
  readonly reference: string;
  readonly refund: TrackedWay;
}

/** One refund of one's own case: of its bond, or of money beyond it. */
@Injectable()
export class OwnRefunds {
  constructor(
    private readonly own: OwnCases,
    private readonly refunds: RefundQueries,
  ) {}

  async one(tx: Tx, reference: string, refundId: string): Promise<OwnRefund> {
    const { row } = await this.own.one(tx, reference);
    const bonds = await this.refunds.tracker(tx, row.id);
    const all = [...(bonds ? [bonds] : []), ...(await this.refunds.surpluses(tx, row.id))];
    const refund = all.find((one) => one.refundId === refundId);
    if (!refund) throw new NotFoundException();
    return { reference: row.reference, refund };
  }
}
