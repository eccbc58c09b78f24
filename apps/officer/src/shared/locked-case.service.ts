import { Cases, type CaseRow } from '#application';
import { refused, type Result } from '#kernel';
import { Database, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';

/** One transaction about one case, locked for whoever decides in it. */
@Injectable()
export class LockedCase {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
  ) {}

  of<T>(
    ctx: StaffCtx,
    reference: string,
    work: (tx: Tx, row: CaseRow) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    return this.database.write(ctx, async (tx) => {
      const row = await this.cases.lockSubmitted(tx, reference);
      return row ? work(tx, row) : refused('no_such_case');
    });
  }
}
