import { StayReports } from '#departure';
import { dayIn } from '#kernel';
import { Database, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import { OwnFiles } from '../files/own-files.service.ts';
import { OwnCases } from '../own/own-cases.service.ts';

/** Where its files are. */
export const filesOf = (reference: string): string => `/cases/${reference}/extension/files`;

/** What the pages about a longer stay show, of one's own case. */
@Injectable()
export class OwnStay {
  constructor(
    private readonly database: Database,
    private readonly own: OwnCases,
    private readonly reports: StayReports,
    private readonly files: OwnFiles,
  ) {}

  open(ctx: Ctx, reference: string) {
    // Looking whether a draft is open locks it.
    return this.database.write(ctx, async (tx) => {
      const own = await this.own.one(tx, reference);
      const { newest, mayAsk } = await this.reports.extension(tx, own.row);
      const draft = newest?.state === 'draft' ? newest : null;
      const zone = own.row.visa?.stayZone ?? own.consulate.timeZone;
      return {
        ...own,
        ...{ may: mayAsk, draft, today: dayIn(tx.now, zone) },
        files: await this.files.list(tx, filesOf(own.row.reference), draft?.uploadIds ?? []),
      };
    });
  }
}

export type StayContent = Awaited<ReturnType<OwnStay['open']>>;
