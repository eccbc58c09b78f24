import { Papers } from '#notification';
import { Database, visitorCtx } from '#platform';
import { Programmes } from '#programme';
import { FormPipe, invalid, Limited, Open, View, type PostedForm } from '#web';
import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PortalView } from '../text/index.ts';
import { CheckPage, NotOursPage, RealPage } from './check.page.tsx';
import { CheckForm } from './check.form.ts';

/**
 * Whether a paper is real, for anybody who has its code. The code is posted: it stands in no address
 * that we are asked for, so in no log and no referrer.
 */
@Controller('check')
@Open()
export class CheckController {
  constructor(
    private readonly database: Database,
    private readonly papers: Papers,
    private readonly programmes: Programmes,
  ) {}

  @Get()
  show(@View() view: PortalView) {
    return <CheckPage view={view} values={{}} />;
  }

  @Post()
  @Limited({ name: 'check-paper', points: 30, seconds: 900, by: 'address' })
  async check(
    @View() view: PortalView,
    @Req() request: FastifyRequest,
    @Body(FormPipe(CheckForm)) { value, errors }: PostedForm<CheckForm>,
  ) {
    const values = { ...value };
    if (errors.length > 0) return invalid(<CheckPage {...{ view, values, errors }} />);
    const found = await this.database.read(visitorCtx(request.id), async (tx) => ({
      named: await this.papers.named(tx, value.code),
      programmes: await this.programmes.all(tx),
    }));
    if (!found.named.ok) {
      const wrong = [{ field: 'code', key: `check.error.${found.named.code}` }];
      return invalid(<CheckPage {...{ view, values, errors: wrong }} />);
    }
    const paper = found.named.value;
    const programme = found.programmes.find((p) => p.code === paper?.programmeCode);
    return paper && programme ? (
      <RealPage {...{ view, paper, programme }} />
    ) : (
      <NotOursPage view={view} />
    );
  }
}
