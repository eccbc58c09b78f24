import { EvidenceQueries, EvidenceReports, type EvidenceView } from '#departure';
import { UploadLinks, Uploads } from '#documents';
import { dayIn, isOnOrBefore, type Instant, type PlainDate, type Zone } from '#kernel';
import { Database, type Ctx, type Tx } from '#platform';
import { portsOn, Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import type { OwnFile } from '../files/own-files.view.tsx';
import { OwnCases } from '../own/own-cases.service.ts';

/** The latest day that it is in one of them: what is stated is held against its own port's later. */
const latestDay = (now: Instant, zones: readonly Zone[]): PlainDate =>
  zones.map((zone) => dayIn(now, zone)).reduce((a, b) => (isOnOrBefore(a, b) ? b : a));

/** What the pages about a departure show, of one's own case. */
@Injectable()
export class OwnEvidence {
  constructor(
    private readonly database: Database,
    private readonly own: OwnCases,
    private readonly reports: EvidenceReports,
    private readonly queries: EvidenceQueries,
    private readonly uploads: Uploads,
    private readonly links: UploadLinks,
    private readonly programmes: Programmes,
  ) {}

  open(ctx: Ctx, reference: string) {
    // Looking whether a draft is open locks it.
    return this.database.write(ctx, async (tx) => {
      const own = await this.own.one(tx, reference);
      const may = await this.reports.may(tx, own.row);
      const [newest] = await this.queries.ofCase(tx, own.row.id);
      const draft = newest?.state === 'draft' ? newest : null;
      const ports = await this.programmes.ports(tx, own.row.programmeCode);
      const zones = [own.consulate, ...ports].map((place) => place.timeZone);
      const today = latestDay(tx.now, zones);
      return {
        ...own,
        ...{ may, draft, today, ports: portsOn(ports, today) },
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

  private async filesOf(tx: Tx, reference: string, draft: EvidenceView): Promise<OwnFile[]> {
    const files = await this.uploads.list(tx, draft.uploadIds);
    const home = `/cases/${reference}/departure/files`;
    return files.map((file) => ({
      ...file,
      href: `${home}/${file.id}?${this.links.queryOf(file.id, tx.sessionId!)}`,
    }));
  }
}

export type EvidenceContent = Awaited<ReturnType<OwnEvidence['open']>>;
