import { Cases, InformationQueries, type CaseRow } from '#application';
import { Database, type Tx } from '#platform';
import type { AccountCtx } from '#web';
import { Injectable, NotFoundException } from '@nestjs/common';
import { OwnFiles } from '../files/own-files.service.ts';
import { OwnCases } from '../own/own-cases.service.ts';

export const informationOf = (reference: string): string => `/cases/${reference}/information`;
export const filesOf = (reference: string): string => `${informationOf(reference)}/files`;

/** What is asked in one's own case, with what was answered. */
@Injectable()
export class OwnInformation {
  constructor(
    private readonly database: Database,
    private readonly own: OwnCases,
    private readonly cases: Cases,
    private readonly queries: InformationQueries,
    private readonly files: OwnFiles,
  ) {}

  /** There is no page while nothing was ever asked. */
  open(ctx: AccountCtx, reference: string) {
    // What people wrote is opened, in the trail.
    return this.database.write(ctx, async (tx) => {
      const own = await this.own.one(tx, reference);
      const [newest, ...earlier] = await this.queries.ofCase(tx, own.row.id);
      if (!newest) throw new NotFoundException();
      const files = await this.files.list(tx, filesOf(own.row.reference), newest.uploadIds);
      return { ...own, newest, earlier, files, isOpen: newest.outcome === null };
    });
  }

  locked<T>(ctx: AccountCtx, reference: string, work: (tx: Tx, row: CaseRow) => Promise<T>) {
    return this.database.write(ctx, async (tx) => {
      const { row } = await this.own.one(tx, reference);
      return work(tx, await this.cases.lock(tx, row.id));
    });
  }
}

export type InformationContent = Awaited<ReturnType<OwnInformation['open']>>;
