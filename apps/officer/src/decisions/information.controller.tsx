import { CaseQuestions } from '#bond-escrow';
import { Asking, FormPipe, invalid, Needs, View } from '#web';
import type { PostedForm } from '#web';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { backToBlocked, backToCase } from '../shared/back-to-case.ts';
import { LockedCase } from '../shared/locked-case.service.ts';
import type { OfficerView } from '../text/index.ts';
import { Deciding } from './deciding.service.ts';
import { InformationForm } from './information.form.ts';
import { InformationPage } from './information.page.tsx';

/** The officer asks the applicant for information or a document before deciding. */
@Controller('cases/:reference/information')
@Needs('case.review')
export class InformationController {
  constructor(
    private readonly deciding: Deciding,
    private readonly locked: LockedCase,
    private readonly questions: CaseQuestions,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
  ) {
    const content = await this.deciding.open(ctx, reference, 'information');
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    return <InformationPage {...{ view, content, values: {} }} />;
  }

  @Post()
  async ask(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
    @Body(FormPipe(InformationForm)) form: PostedForm<InformationForm>,
  ) {
    const { value, errors } = form;
    if (errors.length === 0) {
      const asked = await this.locked.of(ctx, reference, (tx, row) =>
        this.questions.ask(tx, row, value),
      );
      return backToCase(reference, asked, 'information_requested');
    }
    const content = await this.deciding.open(ctx, reference, 'information');
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    return invalid(<InformationPage {...{ view, content, errors }} values={{ ...value }} />);
  }
}
