import { CaseQueries, Cases, type CaseRow, type VisaRow } from '#application';
import { Corrections, type CorrectionWish, type Directed, Directions } from '#bond-escrow';
import { refused, type Result } from '#kernel';
import { Database, type Tx } from '#platform';
import { Visas } from '#refund';
import { Injectable } from '@nestjs/common';
import { staffCtx, type Staff } from '../accounts-for-web.ts';

type Work<T> = (tx: Tx, row: CaseRow) => Promise<Result<T>>;

/** What the pages ask for, each in one transaction with the case locked. */
@Injectable()
export class CaseWork {
  constructor(
    private readonly database: Database,
    private readonly queries: CaseQueries,
    private readonly cases: Cases,
    private readonly directions: Directions,
    private readonly corrections: Corrections,
    private readonly visas: Visas,
  ) {}

  /** Becomes the holder; of a case that nobody has begun, the review begins. */
  take(staff: Staff, requestId: string, reference: string): Promise<Result<CaseRow>> {
    return this.on(staff, requestId, reference, (tx, row) =>
      row.state === 'submitted'
        ? this.cases.startReview(tx, row.id, staff.consulateId)
        : this.cases.assign(tx, row.id, staff.consulateId),
    );
  }

  release(staff: Staff, requestId: string, reference: string): Promise<Result<CaseRow>> {
    return this.on(staff, requestId, reference, (tx, row) => this.cases.release(tx, row.id));
  }

  refuse(
    staff: Staff,
    requestId: string,
    reference: string,
    reasonCode: string,
  ): Promise<Result<CaseRow>> {
    return this.on(staff, requestId, reference, (tx, row) =>
      this.directions.refuseCase(tx, row, reasonCode),
    );
  }

  direct(
    staff: Staff,
    requestId: string,
    reference: string,
    wish: { amountMinor: bigint; reasonCode?: string },
  ): Promise<Result<Directed>> {
    return this.on(staff, requestId, reference, (tx, row) =>
      this.directions.direct(tx, { caseId: row.id, ...wish }),
    );
  }

  correct(
    staff: Staff,
    requestId: string,
    reference: string,
    wish: Omit<CorrectionWish, 'caseId'>,
  ): Promise<Result<Directed>> {
    return this.on(staff, requestId, reference, (tx, row) =>
      this.corrections.correct(tx, { caseId: row.id, ...wish }),
    );
  }

  issueVisa(staff: Staff, requestId: string, reference: string): Promise<Result<VisaRow>> {
    return this.on(staff, requestId, reference, (tx, row) => this.visas.issue(tx, row));
  }

  private on<T>(
    staff: Staff,
    requestId: string,
    reference: string,
    work: Work<T>,
  ): Promise<Result<T>> {
    return this.database.write(staffCtx(staff, requestId), async (tx) => {
      const found = await this.queries.one(tx, reference);
      if (!found?.submittedAt) return refused('no_such_case');
      return work(tx, await this.cases.lock(tx, found.id));
    });
  }
}
