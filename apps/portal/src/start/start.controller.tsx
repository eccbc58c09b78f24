import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Database, visitorCtx } from '#platform';
import { compareProgrammes, openFirst, Programmes } from '#programme';
import { PublicPage, View } from '#web';
import type { PortalView } from '../text/index.ts';
import { ComparePage } from './compare.page.tsx';
import { StartPage } from './start.page.tsx';

/** What everybody may know: the programmes, their status and their rules. */
@Controller()
export class StartController {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
  ) {}

  @Get()
  @PublicPage()
  async start(@View() view: PortalView, @Req() request: FastifyRequest) {
    return <StartPage view={view} programmes={await this.all(request)} />;
  }

  @Get('programmes/compare')
  @PublicPage()
  async compare(@View() view: PortalView, @Req() request: FastifyRequest) {
    const [left, right] = await this.all(request);
    const rules = left && right ? compareProgrammes(left, right) : [];
    return <ComparePage {...{ view, left, right, rules }} />;
  }

  private async all(request: FastifyRequest) {
    const found = await this.database.read(visitorCtx(request.id), (tx) => this.programmes.all(tx));
    return openFirst(found);
  }
}
