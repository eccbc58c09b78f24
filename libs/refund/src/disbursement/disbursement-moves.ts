import type { Instant } from '#kernel';
import { columnsOf, moveStates, stateTable, type Tx } from '#platform';
import { disbursementLifecycle, type DisbursementEvent } from '../domain/disbursement.lifecycle.ts';
import { Disbursement } from './disbursement.entity.ts';

const disbursementTable = stateTable('disbursement', disbursementLifecycle);

/** What is learned of a disbursement with a move, by column. */
const NEWS = {
  ...{ processor_refund_id: 'text', trace_number: 'text', pending_reason: 'text' },
  ...{ failure_reason: 'text', sending_since: 'timestamptz', leaves_at: 'timestamptz' },
  payment_file_id: 'uuid',
} as const;

export type DisbursementNews = Partial<
  Pick<
    Disbursement,
    | 'processorRefundId'
    | 'traceNumber'
    | 'pendingReason'
    | 'failureReason'
    | 'sendingSince'
    | 'leavesAt'
    | 'paymentFileId'
  >
>;

export interface MovingDisbursement {
  readonly row: Disbursement;
  readonly news: DisbursementNews;
}

export interface MoveDisbursement {
  readonly reasonCode?: string;
  readonly happenedAt?: Instant;
}

/** Moves locked rows with news of the same columns, and brings what is in memory up to date. */
export async function moveDisbursements(
  tx: Tx,
  moving: readonly MovingDisbursement[],
  event: DisbursementEvent,
  why: MoveDisbursement,
): Promise<void> {
  const values = moving.map(({ news }) => columnsOf(tx, Disbursement, news));
  const named = Object.entries(NEWS).filter(([column]) => column in (values[0] ?? {}));
  const each = { types: Object.fromEntries(named), rows: values };
  const rows = moving.map(({ row }) => row);
  const states = await moveStates(tx, disbursementTable, rows, event, { ...why, each });
  for (const [n, { row, news }] of moving.entries()) {
    Object.assign(row, news, { state: states[n], version: row.version + 1 });
  }
}
