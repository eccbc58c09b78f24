import { Controller, Get } from '@nestjs/common';
import { CaseQueries, type CaseView } from '#application';
import { Identity } from '#identity';
import { Database } from '#platform';
import { Programmes } from '#programme';
import { Asking, type AccountCtx, Needs, View } from '#web';
import type { PortalView } from '../text/index.ts';
import { CasesPage } from './cases.page.tsx';

/** My cases. */
@Controller('cases')
@Needs('case.own')
export class CasesController {
  constructor(
    private readonly database: Database,
    private readonly queries: CaseQueries,
    private readonly programmes: Programmes,
    private readonly identity: Identity,
  ) {}

  @Get()
  async list(@View() view: PortalView, @Asking() ctx: AccountCtx) {
    // Names are opened, which is written into the trail.
    const found = await this.database.show(ctx, async (tx) => {
      const cases = await this.queries.ofApplicant(tx);
      return {
        cases,
        names: await this.identity.names(tx, travellersOf(cases), 'own_list'),
        programmes: await this.programmes.all(tx),
        consulates: await this.programmes.allConsulates(tx),
      };
    });
    return <CasesPage view={view} {...found} />;
  }
}

const travellersOf = (cases: readonly CaseView[]) => cases.flatMap((c) => c.personId ?? []);
