import { DaySeals, fileNameOf, fileOf } from '#audit';
import { dayFromIso } from '#kernel';
import { ToldBalances } from '#ledger';
import { Database, visitorCtx } from '#platform';
import { Open, PublicPage, View } from '#web';
import {
  Controller,
  Get,
  Header,
  NotFoundException,
  Param,
  Req,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PortalView } from '../text/index.ts';
import { ProofPage } from './proof.page.tsx';

const SEALS_SHOWN = 10;
/** One of the calendar: no 31 February. */
const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

/** What anybody may hold us to: where the money is, and that no record was made another. */
@Controller('proof')
export class ProofController {
  constructor(
    private readonly database: Database,
    private readonly balances: ToldBalances,
    private readonly seals: DaySeals,
  ) {}

  @Get()
  @PublicPage()
  async show(@View() view: PortalView, @Req() request: FastifyRequest) {
    const found = await this.database.read(visitorCtx(request.id), async (tx) => ({
      told: await this.balances.newest(tx),
      seals: await this.seals.newest(tx, SEALS_SHOWN),
    }));
    return <ProofPage view={view} {...found} />;
  }

  /** The same bytes that the worker writes outside the database. */
  @Get('days/:day')
  @Open()
  @Header('cache-control', 'public, max-age=86400')
  async file(@Req() request: FastifyRequest, @Param('day') wanted: string) {
    const day = isDay(wanted) ? dayFromIso(wanted) : null;
    const seal =
      day && (await this.database.read(visitorCtx(request.id), (tx) => this.seals.of(tx, day)));
    if (!seal) throw new NotFoundException();
    return new StreamableFile(Buffer.from(fileOf(seal)), {
      type: 'application/json',
      disposition: `attachment; filename="${fileNameOf(seal.day)}"`,
    });
  }
}
