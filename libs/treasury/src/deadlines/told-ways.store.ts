import { isoDay, toDate } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { UntoldWay } from './untold-ways.queries.ts';

/** Which payers were told of which last day. */
@Injectable()
export class ToldWays {
  /** False when another worker was first. */
  async add(tx: Tx, { paymentId, closesOn }: UntoldWay): Promise<boolean> {
    const rows = await tx.query(
      `insert into closing_way_told (payment_id, closes_on, told_at) values ($1, $2, $3)
       on conflict do nothing returning payment_id`,
      [paymentId, isoDay(closesOn), toDate(tx.now)],
    );
    return rows.length > 0;
  }
}
