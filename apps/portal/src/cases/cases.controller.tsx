import { Controller, Get, Param, Query } from '@nestjs/common';
import { CaseQueries, type CaseView } from '#application';
import { Identity } from '#identity';
import { Database } from '#platform';
import { Programmes } from '#programme';
import { Asking, type AccountCtx, Needs, View } from '#web';
import { Drafts } from '../apply/drafts.service.ts';
import { TasksPage } from '../apply/tasks.page.tsx';
import type { PortalView } from '../text/index.ts';
import { CasePage } from '../tracking/case.page.tsx';
import { noticeText } from '../tracking/notices.ts';
import { Tracking } from '../tracking/tracking.service.ts';
import { CasesPage } from './cases.page.tsx';
import { OwnCases } from '../own/own-cases.service.ts';

/** My cases, and one of them: a form while it is a draft, then its tracking page. */
@Controller('cases')
@Needs('case.own')
export class CasesController {
  constructor(
    private readonly database: Database,
    private readonly queries: CaseQueries,
    private readonly programmes: Programmes,
    private readonly own: OwnCases,
    private readonly drafts: Drafts,
    private readonly tracking: Tracking,
    private readonly identity: Identity,
  ) {}

  @Get()
  async list(@View() view: PortalView, @Asking() ctx: AccountCtx) {
    // Names are opened, which is written into the trail.
    const found = await this.database.write(ctx, async (tx) => {
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

  @Get(':reference')
  async show(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Query('notice') said: unknown,
  ) {
    const notice = noticeText(view, said);
    // A draft's answers are opened, which is written into the trail: so this is no mere reading.
    return this.database.write(ctx, async (tx) => {
      const own = await this.own.one(tx, reference);
      if (own.row.state === 'draft') {
        const draft = await this.drafts.of(tx, own, view.lang);
        return <TasksPage view={view} draft={draft} notice={notice} />;
      }
      return <CasePage view={view} tracked={await this.tracking.of(tx, own)} notice={notice} />;
    });
  }
}

const travellersOf = (cases: readonly CaseView[]) => cases.flatMap((c) => c.personId ?? []);
