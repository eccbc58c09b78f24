import type { Instant, PlainDate } from '#kernel';
import { dayOf, momentOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { QueueQueries, type QueuePage, type QueueWish } from './queue.queries.ts';
import { caseLifecycle, type CaseState, type CaseStatus } from './domain/case-lifecycle.ts';
import type { CaseRow, VisaRow } from './visa-case.entity.ts';
import { Visa, VisaCase } from './visa-case.entity.ts';

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

/** A case of a person with its visa, as movements are assessed against. */
export interface StayView {
  readonly caseId: string;
  readonly reference: string;
  readonly programmeCode: string;
  readonly programmeVersion: number;
  readonly applicantAccountId: string;
  readonly state: CaseState;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate;
  readonly stayDays: number;
  readonly issuedAt: Instant;
  readonly admittedOn: PlainDate | null;
  readonly leaveBy: PlainDate | null;
  readonly departedOn: PlainDate | null;
}

/** Cases as pages show them. Row-level security decides whose. No personal data. */
@Injectable()
export class CaseQueries {
  constructor(private readonly queues: QueueQueries) {}

  /** One page of an officers' queue. */
  queue(tx: Tx, wish: QueueWish): Promise<QueuePage> {
    return this.queues.page(tx, wish);
  }

  /** The actor's own cases, newest first; the last hundred. */
  async ofApplicant(tx: Tx): Promise<CaseView[]> {
    const rows = await tx.manager
      .getRepository(VisaCase)
      .createQueryBuilder('c')
      .where('c.applicant_account_id = app.actor()')
      .orderBy('c.opened_at', 'DESC')
      .addOrderBy('c.id', 'DESC')
      .take(LIST_MAX)
      .getMany();
    const views: CaseView[] = [];
    for (const row of rows) views.push(await this.view(tx, row));
    return views;
  }

  /** By reference, as people type it; null when there is none that the actor may see. */
  async one(tx: Tx, reference: string): Promise<CaseView | null> {
    const row = await tx.manager
      .getRepository(VisaCase)
      .findOneBy({ reference: reference.trim().toUpperCase() });
    return row && this.view(tx, row);
  }

  async byId(tx: Tx, id: string): Promise<CaseView | null> {
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

  /** The person's cases that have a visa, newest visa first. */
  async byPerson(tx: Tx, personId: string): Promise<StayView[]> {
    const rows = await tx.query<Raw>(
      `select c.id as "caseId", c.reference, c.programme_code as "programmeCode",
              c.programme_version as "programmeVersion",
              c.applicant_account_id as "applicantAccountId", c.state,
              v.valid_from::text as "validFrom", v.valid_until::text as "validUntil",
              v.stay_days as "stayDays", v.issued_at as "issuedAt",
              v.admitted_on::text as "admittedOn", v.leave_by::text as "leaveBy",
              v.departed_on::text as "departedOn"
       from visa_case c join visa v on v.case_id = c.id
       where c.person_id = $1 order by v.issued_at desc, v.id desc limit ${LIST_MAX}`,
      [personId],
    );
    return rows.map(stayOf);
  }

  private async view(tx: Tx, row: CaseRow): Promise<CaseView> {
    const visa = await tx.manager.getRepository(Visa).findOneBy({ caseId: row.id });
    return { ...row, status: caseLifecycle.publicStatusOf(row.state), visa };
  }
}

type Days = 'validFrom' | 'validUntil' | 'admittedOn' | 'leaveBy' | 'departedOn';
type Raw = Omit<StayView, Days | 'issuedAt'> & { issuedAt: Date } & {
  validFrom: string;
  validUntil: string;
  admittedOn: string | null;
  leaveBy: string | null;
  departedOn: string | null;
};

const dayOrNull = (text: string | null) => (text === null ? null : dayOf(text));

const stayOf = (r: Raw): StayView => ({
  ...r,
  validFrom: dayOf(r.validFrom),
  validUntil: dayOf(r.validUntil),
  issuedAt: momentOf(r.issuedAt),
  admittedOn: dayOrNull(r.admittedOn),
  leaveBy: dayOrNull(r.leaveBy),
  departedOn: dayOrNull(r.departedOn),
});
