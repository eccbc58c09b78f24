import { COUNT_MAX, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { RefundRun } from './refund-run.entity.ts';

/** How many refunds are where on their way out. Each count stops at `COUNT_MAX + 1`. */
export interface RunCounts {
  /** Approved, and may leave now. */
  readonly waiting: number;
  /** Approved, in the hold of a rule's refund (R33). */
  readonly held: number;
  /** Sent, and the bank has not confirmed it. */
  readonly underWay: number;
  /** Handed to the processor in the last hour. */
  readonly sentLastHour: number;
}

/** What goes by bank waits for a payment file. */
const SENT_BY_JOBS = `route = 'processor' and state = 'approved'`;

const upTo = (what: string, where: string): string =>
  `(select count(*)::int from (select from ${what} where ${where} limit ${COUNT_MAX + 1}) first)`;

/** The refund run in figures, for its page. */
@Injectable()
export class RefundRunQueries {
  current(tx: Tx): Promise<RefundRun> {
    return tx.manager.getRepository(RefundRun).findOneByOrFail({ onlyRow: true });
  }

  async counts(tx: Tx): Promise<RunCounts> {
    const [row] = await tx.query<RunCounts>(
      `select
         ${upTo('disbursement', `${SENT_BY_JOBS} and coalesce(leaves_at, $1) <= $1`)} as waiting,
         ${upTo('disbursement', `${SENT_BY_JOBS} and leaves_at > $1`)} as held,
         ${upTo('disbursement', `state in ('sending', 'pending', 'requires_action', 'unknown')`)}
           as "underWay",
         ${upTo('disbursement', `sending_since > $1 - interval '1 hour'`)} as "sentLastHour"
       from (select $1::timestamptz) now`,
      [tx.now.toString()],
    );
    return row!;
  }

  /** Approved and free to leave, in the order of their ids; at most `limit` after one of them. */
  async toSend(tx: Tx, after: string | null, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from disbursement
       where state = 'approved' and coalesce(leaves_at, $1) <= $1 and ($2::uuid is null or id > $2)
       order by id limit $3`,
      [tx.now.toString(), after, limit],
    );
    return rows.map((r) => r.id);
  }
}
