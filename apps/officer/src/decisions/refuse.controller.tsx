import { CaseRefusals } from '#bond-escrow';
import { Asking, FormPipe, invalid, Needs, View } from '#web';
import type { PostedForm } from '#web';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { LockedCase } from '../shared/locked-case.service.ts';
import { backToBlocked, backToCase } from '../shared/back-to-case.ts';
import type { OfficerView } from '../text/index.ts';
import { Deciding } from './deciding.service.ts';
import { ConfirmRefusalPage, RefusePage } from './refuse.page.tsx';
import { RefuseForm } from './refuse.form.ts';

@Controller('cases/:reference/refuse')
@Needs('case.review')
export class RefuseController {
  constructor(
    private readonly deciding: Deciding,
    private readonly locked: LockedCase,
    private readonly refusals: CaseRefusals,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
  ) {
    const content = await this.deciding.open(ctx, reference, 'refuse');
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    return <RefusePage {...{ view, content }} />;
  }

  /** Shows what the refusal will cause, and carries it out once that was confirmed. */
  @Post()
  @HttpCode(200)
  async refuse(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
    @Body(FormPipe(RefuseForm)) form: PostedForm<RefuseForm>,
  ) {
    const { errors } = form;
    const { reason, step } = form.value;
    if (step === 'confirm' && errors.length === 0) {
      const refusal = await this.locked.of(ctx, reference, (tx, row) =>
        this.refusals.refuse(tx, row, reason),
      );
      return backToCase(reference, refusal, 'refused');
    }
    const content = await this.deciding.open(ctx, reference, 'refuse');
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    if (step === 'change') return <RefusePage {...{ view, content, values: { reason } }} />;
    if (errors.length > 0) return invalid(<RefusePage {...{ view, content, errors }} />);
    return <ConfirmRefusalPage {...{ view, content, reason }} />;
  }
}
