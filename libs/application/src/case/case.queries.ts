import { isUuid, type Instant } from '#kernel';
import { momentOf, referenceFrom, type Tx } from '#platform';
import type { PlannedStay } from '#programme';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { QueueQueries, type PageOfQueue, type QueueWish } from '../queues/queue.queries.ts';
import { caseLifecycle, type CaseState, type CaseStatus } from '../domain/case.lifecycle.ts';
import type { CaseRow, VisaRow } from './visa-case.entity.ts';
import { CaseSubmission, Visa, VisaCase } from './visa-case.entity.ts';

/** The most rows that one person's pages list. */
const LIST_MAX = 100;

export interface CaseView extends CaseRow {
  readonly status: CaseStatus;
  /** Null until one is issued. */
  readonly visa: VisaRow | null;
}

export interface CaseStep {
  readonly seq: number;
  readonly event: string;
  readonly from: CaseState;
  readonly to: CaseState;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly reasonCode: string | null;
  readonly happenedAt: Instant;
}

/** Cases as pages show them. Row-level security decides whose. No personal data. */
@Injectable()
export class CaseQueries {
  constructor(private readonly queues: QueueQueries) {}

  /** One page of an officers' queue. */
  queue(tx: Tx, wish: QueueWish): Promise<PageOfQueue> {
    return this.queues.page(tx, wish);
  }

  /** The actor's own cases, newest first; the last hundred. */
  async ofApplicant(tx: Tx): Promise<CaseView[]> {
    const rows = await tx.manager
      .getRepository(VisaCase)
      .createQueryBuilder('c')
      .where('c.applicantAccountId = app.actor()')
      .orderBy('c.openedAt', 'DESC')
      .addOrderBy('c.id', 'DESC')
      .take(LIST_MAX)
      .getMany();
    return this.views(tx, rows);
  }

  /** By reference, as people type it; null when there is none that the actor may see. */
  async one(tx: Tx, reference: string): Promise<CaseView | null> {
    const kept = referenceFrom(reference, 'VB');
    if (!kept) return null;
    const row = await tx.manager.getRepository(VisaCase).findOneBy({ reference: kept });
    return row && this.view(tx, row);
  }

  /** The same for staff: a draft is still its applicant's own. */
  async submitted(tx: Tx, reference: string): Promise<CaseView | null> {
    const row = await this.one(tx, reference);
    return row?.submittedAt ? row : null;
  }

  async byId(tx: Tx, id: string): Promise<CaseView | null> {
    if (!isUuid(id)) return null;
    const row = await tx.manager.getRepository(VisaCase).findOneBy({ id });
    return row && this.view(tx, row);
  }

  /** What happened to a case, oldest first. */
  async history(tx: Tx, caseId: string): Promise<CaseStep[]> {
    const rows = await tx.query<Omit<CaseStep, 'happenedAt'> & { at: Date }>(
      `select seq, event, from_state as "from", to_state as "to", actor_kind as "actorKind",
              actor_id as "actorId", reason_code as "reasonCode", happened_at as at
       from visa_case_history where owner_id = $1 order by seq`,
      [caseId],
    );
    return rows.map(({ at, ...step }) => ({ ...step, happenedAt: momentOf(at) }));
  }

  /** The person's submitted cases, newest first, as movements are assessed against. */
  async byPerson(tx: Tx, personId: string): Promise<CaseView[]> {
    const rows = await tx.manager
      .getRepository(VisaCase)
      .find({ where: { personId }, order: { submittedAt: 'DESC', id: 'DESC' }, take: LIST_MAX });
    return this.views(tx, rows);
  }

  /** The journey as it was planned at submission; null where that was not kept. */
  async plan(tx: Tx, caseId: string): Promise<PlannedStay | null> {
    const row = await tx.manager.getRepository(CaseSubmission).findOneBy({ caseId });
    if (!row?.arrivesOn || row.stayDays === null) return null;
    return { arrivesOn: row.arrivesOn, days: row.stayDays };
  }

  /** A row that was read already, or locked, with what belongs to it. */
  async view(tx: Tx, row: CaseRow): Promise<CaseView> {
    const [view] = await this.views(tx, [row]);
    return view!;
  }

  private async views(tx: Tx, rows: readonly CaseRow[]): Promise<CaseView[]> {
    const visas = await tx.manager
      .getRepository(Visa)
      .findBy({ caseId: In(rows.map((row) => row.id)) });
    const byCase = new Map(visas.map((visa) => [visa.caseId, visa]));
    return rows.map((row) => viewOf(row, byCase.get(row.id) ?? null));
  }
}

const viewOf = (row: CaseRow, visa: VisaRow | null): CaseView => ({
  ...row,
  status: caseLifecycle.publicStatusOf(row.state),
  visa,
});
