import { lastToPublish, publishedOn, PublishedFigures, quarterAfter } from '#figures';
import { dayIn } from '#kernel';
import { Database, visitorCtx, type Tx } from '#platform';
import { Programmes, type ProgrammeInForce } from '#programme';
import { PublicPage, View } from '#web';
import { Controller, Get, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PortalView } from '../text/index.ts';
import { FiguresPage, type ToldProgramme } from './figures.page.tsx';

/** Public figures, by programme and quarter. */
@Controller('figures')
export class FiguresController {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly published: PublishedFigures,
  ) {}

  @Get()
  @PublicPage()
  async show(
    @View() view: PortalView,
    @Req() request: FastifyRequest,
    @Query('quarter') wanted?: unknown,
  ) {
    const ctx = visitorCtx(request.id);
    const found = await this.database.read(ctx, async (tx) => {
      const told: ToldProgramme[] = [];
      for (const p of await this.programmes.all(tx)) told.push(await this.told(tx, p, wanted));
      const quarter = quarterAfter(lastToPublish(dayIn(tx.now, 'UTC')));
      return { told, next: { quarter, on: publishedOn(quarter) } };
    });
    return <FiguresPage view={view} {...found} />;
  }

  private async told(tx: Tx, programme: ProgrammeInForce, wanted: unknown): Promise<ToldProgramme> {
    const quarters = await this.published.quarters(tx, programme.code);
    const quarter = quarters.find((q) => `${q}` === wanted) ?? quarters[0] ?? null;
    const rows = quarter ? await this.published.of(tx, programme.code, quarter) : [];
    const values = new Map(rows.map((row) => [`${row.part} ${row.name}`, row.value]));
    const grounds = [...new Set(rows.map((row) => row.part))]
      .filter((part) => part.startsWith(GROUND))
      .map((part) => part.slice(GROUND.length));
    return { programme, quarters, quarter, values, grounds };
  }
}

const GROUND = 'ground.';
