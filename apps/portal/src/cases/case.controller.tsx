import { Controller, Get, Param, Query } from '@nestjs/common';
import { Database } from '#platform';
import { Asking, type AccountCtx, Needs, View } from '#web';
import { Drafts } from '../apply/drafts.service.ts';
import { TasksPage } from '../apply/tasks.page.tsx';
import { OwnCases } from '../own/own-cases.service.ts';
import { PaidBondPage } from '../payer/paid-bond.page.tsx';
import { PaidBonds } from '../payer/paid-bonds.service.ts';
import type { PortalView } from '../text/index.ts';
import { CasePage } from '../tracking/case.page.tsx';
import { noticeText } from '../tracking/notices.ts';
import { Tracking } from '../tracking/tracking.service.ts';

/**
 * One case: a form while it is a draft, then its tracking page. To whoever pays the bond for somebody
 * else the same address shows the bond.
 */
@Controller('cases')
@Needs('case.own')
export class CaseController {
  constructor(
    private readonly database: Database,
    private readonly own: OwnCases,
    private readonly drafts: Drafts,
    private readonly tracking: Tracking,
    private readonly paid: PaidBonds,
  ) {}

  @Get(':reference')
  async show(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Query('notice') said: unknown,
  ) {
    const notice = noticeText(view, said);
    // A draft's answers are opened, which is written into the trail: so this is no mere reading.
    return this.database.show(ctx, async (tx) => {
      const paid = await this.paid.forSomebodyElse(tx, reference);
      if (paid) return <PaidBondPage {...{ view, paid, notice }} />;
      const own = await this.own.one(tx, reference);
      if (own.row.state === 'draft') {
        const draft = await this.drafts.of(tx, own, view.lang);
        return <TasksPage view={view} draft={draft} notice={notice} />;
      }
      return <CasePage view={view} tracked={await this.tracking.of(tx, own)} notice={notice} />;
    });
  }
}
