import { CaseQueries, InformationQueries, type InformationRequestView } from '#application';
import { Accounts } from '#identity';
import { Database, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { ShownFile } from '../shared/file-list.view.tsx';
import { ShownFiles } from '../shared/shown-files.service.ts';

/** One request with its files and who made it. */
export interface AskedOfApplicant extends InformationRequestView {
  readonly files: readonly ShownFile[];
  readonly askedByName: string | undefined;
}

const homeOf = (reference: string) => `/cases/${reference}`;

/** What was asked of the applicant of a case, and what came. */
@Injectable()
export class CaseInformation {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseQueries,
    private readonly queries: InformationQueries,
    private readonly accounts: Accounts,
    private readonly shown: ShownFiles,
  ) {}

  /** The newest first. What people wrote is opened, which is written into the trail. */
  of(ctx: StaffCtx, { id, reference }: { id: string; reference: string }) {
    return this.database.write(ctx, async (tx) => {
      const requests = await this.queries.ofCase(tx, id);
      const people = [...new Set(requests.map((r) => r.askedBy))];
      const names = await this.accounts.staffNames(tx, people);
      const asked: AskedOfApplicant[] = [];
      for (const request of requests) {
        const files = await this.shown.list(tx, homeOf(reference), request.uploadIds);
        asked.push({ ...request, files, askedByName: names.get(request.askedBy) });
      }
      return asked;
    });
  }

  open(ctx: StaffCtx, reference: string, link: Parameters<ShownFiles['open']>[2]) {
    const find = async (tx: Tx) => {
      const row = await this.cases.submitted(tx, reference);
      return row && { reference, uploadIds: await this.queries.filesOf(tx, row.id) };
    };
    const opened = { home: homeOf(reference), purpose: 'information_request', find };
    return this.shown.open(ctx, opened, link);
  }
}
