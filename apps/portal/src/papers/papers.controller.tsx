import { Controller, Get, Param } from '@nestjs/common';
import { CaseAnswers } from '#application';
import { Database } from '#platform';
import { Asking, type AccountCtx, Needs, SeeOther, View } from '#web';
import { OwnCases } from '../own/own-cases.service.ts';
import type { PortalView } from '../text/index.ts';
import { SubmittedPage } from './submitted.page.tsx';

/** What the applicant keeps: read again and printed. Opening it is in the trail. */
@Controller('cases/:reference')
export class PapersController {
  constructor(
    private readonly database: Database,
    private readonly own: OwnCases,
    private readonly answers: CaseAnswers,
  ) {}

  @Get('application')
  @Needs('case.own')
  submitted(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
  ) {
    return this.database.show(ctx, async (tx) => {
      const own = await this.own.one(tx, reference);
      const submission = await this.answers.submission(tx, own.row.id, 'own_copy');
      if (!submission) return new SeeOther(`/cases/${own.row.reference}`);
      return <SubmittedPage {...{ view, own, submission }} />;
    });
  }
}
