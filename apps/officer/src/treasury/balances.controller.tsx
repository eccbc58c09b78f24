import { balanceSheetsOf, DayBalances } from '#ledger';
import { Database } from '#platform';
import { Asking, invalid, Limited, Needs, SendsFile, View } from '#web';
import { Controller, Get, NotFoundException, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { csvFile, sidesOfAmount } from '../shared/csv-file.ts';
import type { OfficerView } from '../text/index.ts';
import { BalancesPage } from './balances.page.tsx';
import { EXPORTS, ExportTrail } from './export-trail.service.ts';
import { readMoment } from './moment.ts';

/** What each account of the books held, now or as of any moment. */
@Controller('treasury')
export class BalancesController {
  constructor(
    private readonly database: Database,
    private readonly days: DayBalances,
    private readonly trail: ExportTrail,
  ) {}

  @Get('balances')
  @Needs('money.read')
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const { asked, asOf, balances } = await this.read(ctx, query);
    const page = <BalancesPage {...{ view, asked, asOf }} sheets={balanceSheetsOf(balances)} />;
    return asked.errors.length > 0 ? invalid(page) : page;
  }

  @Get('balances.csv')
  @Needs('money.export')
  @SendsFile()
  @Limited(EXPORTS)
  async csv(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const { asked, asOf, balances } = await this.read(ctx, query);
    if (asked.errors.length > 0) throw new NotFoundException();
    const at = asOf.round('second').toString();
    await this.trail.write(ctx, { what: 'balances', until: at });
    const { t, lang } = view;
    const rows = balances.map(({ account, balance }) => [
      ...[balance.currency, account, t(`books.names.${account}`)],
      ...sidesOfAmount(lang, balance),
      at,
    ]);
    const columns = ['currency', 'account', 'name', 'debit', 'credit', 'at'] as const;
    const header = columns.map((column) => t(`balances.csv.${column}`));
    return csvFile(lang, { name: `balances-${at.slice(0, 10)}`, header, pages: [rows] });
  }

  private read(ctx: StaffCtx, query: Record<string, unknown>) {
    return this.database.read(ctx, async (tx) => {
      const now = await this.days.wallClock(tx);
      const asked = readMoment(query, now);
      const asOf = asked.at ?? now;
      const balances = asked.errors.length > 0 ? [] : await this.days.at(tx, asOf);
      return { asked, asOf, balances };
    });
  }
}
