import { money, type Instant, type Money } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { NotForBond } from '../domain/decide-payment.ts';
import { SuspenseEntry } from './suspense-entry.entity.ts';

/** Money that came for a bond and did not count towards it. */
export interface NotCounted {
  readonly receivedPaymentId: string;
  readonly why: NotForBond;
  /** All that arrived, and what of it did not count. */
  readonly received: Money;
  readonly amount: Money;
  readonly arrivedAt: Instant;
}

/** For the pages of a case. Row-level security decides whose. */
@Injectable()
export class SuspenseQueries {
  /** Oldest first. */
  async ofBond(tx: Tx, bondId: string): Promise<NotCounted[]> {
    const rows = await tx.manager.getRepository(SuspenseEntry).find({
      where: { bondId },
      order: { arrivedAt: 'ASC', receivedPaymentId: 'ASC' },
    });
    return rows.map(({ receivedPaymentId, why, currency, arrivedAt, ...row }) => ({
      ...{ receivedPaymentId, why, arrivedAt },
      received: money(row.receivedMinor, currency),
      amount: money(row.amountMinor, currency),
    }));
  }
}
