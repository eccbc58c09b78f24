import { UploadLinks } from '#documents';
import { Accounts } from '#identity';
import { Database } from '#platform';
import { BankQueries, OperatorAccount, RescueQueries } from '#refund';
import { Injectable, NotFoundException } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';

/** What the pages about transfers show. */
@Injectable()
export class TransferDesk {
  constructor(
    private readonly database: Database,
    private readonly bank: BankQueries,
    private readonly rescues: RescueQueries,
    private readonly operator: OperatorAccount,
    private readonly links: UploadLinks,
    private readonly accounts: Accounts,
  ) {}

  list(ctx: StaffCtx) {
    return this.database.read(ctx, async (tx) => {
      const [files, reports] = [await this.bank.files(tx), await this.bank.reports(tx)];
      const people = [...files.map((f) => f.madeBy), ...reports.map((r) => r.sentBy)];
      const names = await this.accounts.staffNames(tx, [...new Set(people)]);
      const linkOf = (id: string) =>
        `/transfers/files/${id}?${this.links.queryOf(id, tx.sessionId!)}`;
      return {
        ...{ files, reports, names, linkOf, waiting: await this.bank.waiting(tx) },
        toDecide: await this.rescues.beingDecided(tx),
        /** The operator has said from which account it pays. */
        isSetUp: this.operator.get() !== null,
      };
    });
  }

  /** Throws what becomes a page that says there is none. */
  report(ctx: StaffCtx, id: string) {
    return this.database.read(ctx, async (tx) => {
      const found = await this.bank.report(tx, id);
      if (!found) throw new NotFoundException();
      return { ...found, names: await this.accounts.staffNames(tx, [found.report.sentBy]) };
    });
  }
}

export type TransfersContent = Awaited<ReturnType<TransferDesk['list']>>;
export type ReportContent = Awaited<ReturnType<TransferDesk['report']>>;
