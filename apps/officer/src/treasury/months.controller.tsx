import { isoDay } from '#kernel';
import { Database } from '#platform';
import { ClosedMonths, monthFrom, MonthFiles } from '#treasury';
import { Asking, Limited, Needs, SendsFile, View } from '#web';
import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { csvStream } from '../shared/csv-file.ts';
import type { OfficerView } from '../text/index.ts';
import { EXPORTS, ExportTrail } from './export-trail.service.ts';
import { MonthsPage } from './months.page.tsx';

@Controller('treasury/months')
export class MonthsController {
  constructor(
    private readonly database: Database,
    private readonly months: ClosedMonths,
    private readonly files: MonthFiles,
    private readonly trail: ExportTrail,
  ) {}

  @Get()
  @Needs('money.read')
  async show(@View() view: OfficerView, @Asking() ctx: StaffCtx) {
    const months = await this.database.read(ctx, (tx) => this.months.newest(tx));
    return <MonthsPage {...{ view, months }} />;
  }

  /** 2026-10.csv */
  @Get(':month')
  @Needs('money.export')
  @SendsFile()
  @Limited(EXPORTS)
  async file(@Asking() ctx: StaffCtx, @Param('month') asked: string) {
    const month = asked.endsWith('.csv') ? monthFrom(asked.slice(0, -'.csv'.length)) : null;
    const closed = month && (await this.files.closedMonth(ctx, month));
    if (!closed) throw new NotFoundException();
    await this.trail.write(ctx, { what: 'month', until: isoDay(closed.month) });
    return csvStream(this.files.content(ctx, closed), `books-${asked.slice(0, -'.csv'.length)}`);
  }
}
