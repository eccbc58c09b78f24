import { dayIn, isBefore, isoDay, type PlainDate } from '#kernel';
import { DayBalances, Journal } from '#ledger';
import { Database } from '#platform';
import { ExportQueries } from '#treasury';
import { Asking, FormPipe, invalid, Limited, Needs, View } from '#web';
import type { FieldError, PostedForm } from '#web';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { fileName, journalFile, listFile } from './export-file.ts';
import { readPeriod } from './export-period.ts';
import { EXPORTS, ExportTrail } from './export-trail.service.ts';
import { ExportForm } from './exports.form.ts';
import { ExportsPage, rowsMax } from './exports.page.tsx';

@Controller('treasury/exports')
@Needs('money.export')
export class ExportsController {
  constructor(
    private readonly database: Database,
    private readonly days: DayBalances,
    private readonly queries: ExportQueries,
    private readonly journal: Journal,
    private readonly trail: ExportTrail,
  ) {}

  @Get()
  show(@View() view: OfficerView) {
    return <ExportsPage {...{ view, values: {} }} />;
  }

  @Post()
  @HttpCode(200)
  @Limited(EXPORTS)
  async take(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Body(FormPipe(ExportForm)) form: PostedForm<ExportForm>,
  ) {
    const values = { ...form.value };
    const again = (errors: readonly FieldError[]) =>
      invalid(<ExportsPage {...{ view, values, errors }} />);
    const { period, errors } = readPeriod(values, await this.today(ctx));
    if (form.errors.length > 0 || !period) return again([...form.errors, ...errors]);
    const { list } = form.value;
    if (await this.queries.isTooMuch(ctx, list, period)) {
      const params = { rows: rowsMax(view) };
      return again([{ field: 'until', key: 'exports.errors.rows', params }]);
    }
    const { from, until } = period;
    await this.trail.write(ctx, { what: list, from: isoDay(from), until: isoDay(until) });
    const name = fileName(list, from, until);
    if (list === 'journal') return journalFile(view, name, this.journal.pages(ctx, period));
    return listFile(view, list, name, this.queries.pages(ctx, list, period));
  }

  /** The journal goes by the wall clock, the other lists by the legal one: the later of the two. */
  private today(ctx: StaffCtx): Promise<PlainDate> {
    return this.database.read(ctx, async (tx) => {
      const wall = await this.days.wallClock(tx);
      return dayIn(isBefore(wall, tx.now) ? tx.now : wall, 'UTC');
    });
  }
}
