import { Controller, Get, Inject, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { BondQueries } from '#bond-escrow';
import { calendarFile } from '#notification';
import { Config, Database } from '#platform';
import { Asking, type AccountCtx, Needs, View } from '#web';
import { OwnCases } from '../own/own-cases.service.ts';
import type { PortalView } from '../text/index.ts';
import { calendarDates } from './calendar-dates.ts';

@Controller('cases/:reference')
@Needs('case.own')
export class DatesController {
  constructor(
    private readonly database: Database,
    private readonly own: OwnCases,
    private readonly bonds: BondQueries,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** The dates by which one must act, for a calendar; 404 when there is none any more. */
  @Get('dates.ics')
  dates(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('reference') reference: string,
  ) {
    return this.database.read(ctx, async (tx) => {
      const own = await this.own.one(tx, reference);
      const bond = await this.bonds.ofCase(tx, own.row.id);
      const url = `${this.config.portalUrl}/cases/${own.row.reference}`;
      const file = calendarFile(view.lang, own.row.reference, calendarDates({ ...own, bond }), url);
      if (!file) throw new NotFoundException();
      void reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'attachment; filename="dates.ics"');
      return file;
    });
  }
}
