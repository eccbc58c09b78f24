import { type StayFactView, StayReports } from '#departure';
import { UploadLinks, Uploads } from '#documents';
import { dayIn } from '#kernel';
import { Database, type Ctx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { OwnFile } from '../files/own-files.view.tsx';
import { OwnCases } from '../own/own-cases.service.ts';

/** What the pages about a longer stay show, of one's own case. */
@Injectable()
export class OwnStay {
  constructor(
    private readonly database: Database,
    private readonly own: OwnCases,
    private readonly reports: StayReports,
    private readonly uploads: Uploads,
    private readonly links: UploadLinks,
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
        files: draft ? await this.filesOf(tx, own.row.reference, draft) : [],
      };
    });
  }

  /** For whom it is, and in which session they ask. */
  asked(ctx: Ctx, reference: string) {
    return this.database.read(ctx, async (tx) => {
      const { row } = await this.own.one(tx, reference);
      return { row, sessionId: tx.sessionId! };
    });
  }

  private async filesOf(tx: Tx, reference: string, draft: StayFactView): Promise<OwnFile[]> {
    const files = await this.uploads.list(tx, draft.uploadIds);
    const home = `/cases/${reference}/extension/files`;
    return files.map((file) => ({
      ...file,
      href: `${home}/${file.id}?${this.links.queryOf(file.id, tx.sessionId!)}`,
    }));
  }
}

export type StayContent = Awaited<ReturnType<OwnStay['open']>>;
