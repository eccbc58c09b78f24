import { BondQueries } from '#bond-escrow';
import { DayBalances, LedgerQueries, type StatementLine } from '#ledger';
import { Database, type CsvRecord } from '#platform';
import { StatementObjects } from '#treasury';
import { Asking, invalid, Limited, Needs, SendsFile, UuidPipe, View } from '#web';
import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { amountText, csvFile } from '../shared/csv-file.ts';
import type { OfficerView } from '../text/index.ts';
import { EXPORTS, ExportTrail } from '../treasury/export-trail.service.ts';
import { readMoment } from '../treasury/moment.ts';
import { directionOf } from './direction.ts';
import { StatementPage, type StatementContent } from './statement.page.tsx';
import { lineWords } from './statement.view.tsx';

/** What a bond's account held, line by line, now or as of any moment. */
@Controller('bonds/:id')
export class StatementController {
  constructor(
    private readonly database: Database,
    private readonly bonds: BondQueries,
    private readonly ledger: LedgerQueries,
    private readonly days: DayBalances,
    private readonly objects: StatementObjects,
    private readonly trail: ExportTrail,
  ) {}

  @Get('statement')
  @Needs('money.read')
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query() query: Record<string, unknown>,
  ) {
    const content = await this.read(ctx, id, query);
    const page = <StatementPage {...{ view, content }} />;
    return content.asked.errors.length > 0 ? invalid(page) : page;
  }

  @Get('statement.csv')
  @Needs('money.export')
  @SendsFile()
  @Limited(EXPORTS)
  async csv(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query() query: Record<string, unknown>,
  ) {
    const { asked, asOf, lines } = await this.read(ctx, id, query);
    if (asked.errors.length > 0) throw new NotFoundException();
    const until = asOf.round('second').toString();
    await this.trail.write(ctx, { what: 'statement', bondId: id, until });
    const { t, lang } = view;
    const header = [
      ...[t('statement.full.csv.seq'), t('statement.full.booked'), t('statement.full.happened')],
      ...[t('statement.what'), t('statement.full.csv.phase')],
      ...[t('statement.full.csv.debitAccount'), t('statement.full.csv.creditAccount')],
      ...[t('statement.full.csv.amount'), t('statement.full.credit'), t('statement.full.debit')],
      ...[t('statement.held'), t('statement.full.reserved')],
      ...[t('statement.full.csv.currency'), t('statement.full.csv.cause')],
    ];
    const pages = [lines.map((line) => recordOf(view, line))];
    return csvFile(lang, {
      name: `statement-${until.slice(0, 10)}-${id.slice(-8)}`,
      header,
      pages,
    });
  }

  private read(
    ctx: StaffCtx,
    id: string,
    query: Record<string, unknown>,
  ): Promise<StatementContent> {
    return this.database.read(ctx, async (tx) => {
      const bond = await this.bonds.one(tx, id);
      if (!bond) throw new NotFoundException();
      const now = await this.days.wallClock(tx);
      const asked = readMoment(query, now);
      const asOf = asked.at ?? now;
      const isAsked = asked.errors.length === 0;
      const lines = isAsked ? await this.ledger.statement(tx, id, asOf) : [];
      return { bond, asked, asOf, lines, objects: await this.objects.ofBond(tx, id) };
    });
  }
}

function recordOf(view: OfficerView, line: StatementLine): CsvRecord {
  const amount = amountText(view.lang, line.amount);
  const direction = directionOf(line);
  return [
    ...[line.seq, line.learnedAt.toString(), line.happenedAt.toString()],
    ...[lineWords(view, line), view.t(`statement.full.phases.${line.phase}`)],
    ...[line.debit, line.credit, amount],
    ...[direction === 'in' ? amount : '', direction === 'out' ? amount : ''],
    ...[amountText(view.lang, line.held), amountText(view.lang, line.reserved)],
    ...[line.amount.currency, line.cause],
  ];
}
