import { dayIn, toDate } from '#kernel';
import { COUNT_MAX, listPage, type ListPage, type ListWish, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DisbursementState } from '../domain/disbursement.lifecycle.ts';
import { trackerOf, type TrackedDisbursement, type RefundTracker } from '../domain/tracker.ts';
import {
  asStep,
  STEPS,
  type DisbursementStep,
  type StepRow,
} from '../disbursement/disbursement-steps.ts';
import { RescueQueries, type RescueView } from '../rescue/rescue.queries.ts';
import { asLine, COLUMNS, momentOrNull, type LineRow, type RefundLine } from './refund-line.ts';
import { overdueOn, refundProblems, UNCLAIMED } from './refund-problems.queries.ts';

const PAGE_MAX = 50;

export type PageOfRefunds = ListPage<RefundLine>;

/** How the promise was kept: each counted to COUNT_MAX and no further. */
export interface Promises {
  readonly kept: number;
  readonly broken: number;
  readonly underWay: number;
}

/** A refund's journey, and the other way for it where one is open. */
export interface TrackedWay extends RefundTracker {
  readonly refundId: string;
  readonly rescue: RescueView | null;
}

export interface DisbursementView extends Omit<TrackedDisbursement, 'history'> {
  readonly id: string;
  readonly processorRefundId: string | null;
  readonly approvedBy: string | null;
  readonly history: readonly DisbursementStep[];
}

export type RefundFilter = 'all' | 'under_way' | 'returned' | 'problems' | 'unclaimed';

const COUNTS = `
  join lateral (select * from disbursement d where d.refund_id = r.id
    order by (d.state = 'succeeded') desc, d.attempt desc limit 1) d on true`;
const LINES = `from refund r ${COUNTS}`;
const WHERE: Readonly<Record<RefundFilter, string>> = {
  all: 'true',
  under_way: 'r.returned_on is null',
  returned: 'r.returned_on is not null',
  // As an array: joined with a list of unknown length, every refund would be read.
  problems: `r.id = any(array(${refundProblems}))`,
  unclaimed: `r.returned_on is null and ${UNCLAIMED}`,
};

interface DisbursementRow {
  id: string;
  attempt: number;
  route: 'processor' | 'bank';
  state: DisbursementState;
  traceNumber: string | null;
  failureReason: string | null;
  pendingReason: string | null;
  processorRefundId: string | null;
  approvedBy: string | null;
  leavesAt: Date | null;
}

/** Refunds as pages show them. Row-level security decides whose: payer, applicant or staff. */
@Injectable()
export class RefundQueries {
  constructor(private readonly rescues: RescueQueries) {}

  /** How the bond of a case finds its way back; null while nothing is being returned. */
  async tracker(tx: Tx, caseId: string): Promise<TrackedWay | null> {
    return (await this.trackersOf(tx, caseId, 'bond')).at(-1) ?? null;
  }

  /** Money beyond the bond that is being returned for a case, the oldest first. */
  surpluses(tx: Tx, caseId: string): Promise<TrackedWay[]> {
    return this.trackersOf(tx, caseId, 'received_payment');
  }

  /** One page for officers, the oldest promise first. */
  async list(tx: Tx, filter: RefundFilter = 'all', wish: ListWish = {}): Promise<PageOfRefunds> {
    const found = await listPage<LineRow>(
      tx,
      {
        ...{ columns: COLUMNS, from: 'refund r', join: COUNTS, where: WHERE[filter] },
        ...{ at: 'r.promised_by', type: 'date', id: 'r.id', order: 'asc' },
      },
      wish,
    );
    return { ...found, rows: found.rows.map(asLine) };
  }

  /** Of one case, by its reference: what waits for a bank account of its payer. */
  async unclaimedOf(tx: Tx, reference: string): Promise<PageOfRefunds> {
    const rows = await tx.query<LineRow>(
      `select ${COLUMNS} ${LINES}
       where r.case_id = (select id from visa_case where reference = $1)
         and ${WHERE.unclaimed} order by r.promised_by, r.id limit ${PAGE_MAX}`,
      [reference],
    );
    return { rows: rows.map(asLine), total: rows.length, page: 1, pages: 1, next: null };
  }

  async one(
    tx: Tx,
    refundId: string,
  ): Promise<{ refund: RefundLine; disbursements: DisbursementView[] } | null> {
    const [row] = await tx.query<LineRow>(`select ${COLUMNS} ${LINES} where r.id = $1`, [refundId]);
    if (!row) return null;
    return { refund: asLine(row), disbursements: await this.disbursementsOf(tx, refundId) };
  }

  /** What happened to the disbursements to return the bond of a case, disbursement by disbursement. */
  async stepsOf(tx: Tx, caseId: string): Promise<DisbursementStep[]> {
    const steps = await tx.query<StepRow>(
      `${STEPS} join disbursement d on d.id = h.owner_id join refund r on r.id = d.refund_id
       where r.case_id = $1 and r.owner_kind = 'bond' order by r.created_at, d.attempt, h.seq`,
      [caseId],
    );
    return steps.map(asStep);
  }

  /** How the promise of R26 was kept. */
  async promises(tx: Tx): Promise<Promises> {
    const [row] = await tx.query<Promises>(
      `select ${counted('returned_on <= promised_by')} as kept,
         ${counted('returned_on > promised_by')}
         + ${counted(overdueOn('$1::timestamptz'))} as broken,
         ${counted(`returned_on is null and not (${overdueOn('$1::timestamptz')})`)} as "underWay"`,
      [toDate(tx.now)],
    );
    return row!;
  }

  private async trackersOf(
    tx: Tx,
    caseId: string,
    ownerKind: RefundLine['ownerKind'],
  ): Promise<TrackedWay[]> {
    const rows = await tx.query<LineRow>(
      `select ${COLUMNS} ${LINES} where r.case_id = $1 and r.owner_kind = $2
       order by r.created_at, r.id limit $3`,
      [caseId, ownerKind, PAGE_MAX],
    );
    const trackers: TrackedWay[] = [];
    for (const row of rows) {
      const line = asLine(row);
      const disbursements = await this.disbursementsOf(tx, line.refundId);
      const rescue = await this.rescues.open(tx, line.refundId);
      const facts = { ...line, decidedAt: line.createdAt, disbursements };
      const tracker = trackerOf(
        { ...facts, rescue: rescue?.state ?? null },
        dayIn(tx.now, line.zone),
      );
      trackers.push({ ...tracker, refundId: line.refundId, rescue });
    }
    return trackers;
  }

  private async disbursementsOf(tx: Tx, refundId: string): Promise<DisbursementView[]> {
    const rows = await tx.query<DisbursementRow>(
      `select id, attempt, route, state, trace_number as "traceNumber",
         failure_reason as "failureReason", pending_reason as "pendingReason",
         processor_refund_id as "processorRefundId", approved_by as "approvedBy",
         leaves_at as "leavesAt"
       from disbursement where refund_id = $1 order by attempt`,
      [refundId],
    );
    const steps = await tx.query<StepRow>(
      `${STEPS} where h.owner_id = any($1) order by h.owner_id, h.seq`,
      [rows.map((r) => r.id)],
    );
    const of = (id: string) => steps.filter((s) => s.ownerId === id).map(asStep);
    return rows.map((r) => ({ ...r, leavesAt: momentOrNull(r.leavesAt), history: of(r.id) }));
  }
}

/** The first ones, of those that an index has. */
const counted = (where: string) =>
  `(select count(*)::int from (select from refund where ${where} limit ${COUNT_MAX + 1}) first)`;
