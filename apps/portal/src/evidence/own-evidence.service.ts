import { EvidenceQueries, EvidenceReports } from '#departure';
import { dayIn, isOnOrBefore, type Instant, type PlainDate, type Zone } from '#kernel';
import { Database, type Ctx } from '#platform';
import { portsOn, Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import { OwnFiles } from '../files/own-files.service.ts';
import { OwnCases } from '../own/own-cases.service.ts';

/** The latest day that it is in one of them: what is stated is held against its own port's later. */
const latestDay = (now: Instant, zones: readonly Zone[]): PlainDate =>
  zones.map((zone) => dayIn(now, zone)).reduce((a, b) => (isOnOrBefore(a, b) ? b : a));

/** Where its files are. */
export const filesOf = (reference: string): string => `/cases/${reference}/departure/files`;

/** What the pages about a departure show, of one's own case. */
@Injectable()
export class OwnEvidence {
  constructor(
    private readonly database: Database,
    private readonly own: OwnCases,
    private readonly reports: EvidenceReports,
    private readonly queries: EvidenceQueries,
    private readonly files: OwnFiles,
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
        files: await this.files.list(tx, filesOf(own.row.reference), draft?.uploadIds ?? []),
      };
    });
  }
}

export type EvidenceContent = Awaited<ReturnType<OwnEvidence['open']>>;
