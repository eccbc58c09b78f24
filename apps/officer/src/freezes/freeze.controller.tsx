import { CaseFreezes } from '#refund';
import { Asking, FormPipe, invalid, Needs, View, type PostedForm } from '#web';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { Deciding } from '../decisions/deciding.service.ts';
import { backToBlocked, backToCase } from '../shared/back-to-case.ts';
import { LockedCase } from '../shared/locked-case.service.ts';
import type { OfficerView } from '../text/index.ts';
import { ConfirmFreezePage, FreezePage } from './freeze.page.tsx';
import { FreezeForm } from './freezes.form.ts';

/** An officer stops a case: at once, and alone. */
@Controller('cases/:reference/freeze')
@Needs('visa.issue')
export class FreezeController {
  constructor(
    private readonly deciding: Deciding,
    private readonly locked: LockedCase,
    private readonly freezes: CaseFreezes,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
  ) {
    const content = await this.deciding.open(ctx, reference, 'freeze');
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    return <FreezePage {...{ view, content }} />;
  }

  /** Shows what it will cause, and places it once that was confirmed. */
  @Post()
  @HttpCode(200)
  async place(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
    @Body(FormPipe(FreezeForm)) { value, errors }: PostedForm<FreezeForm>,
  ) {
    const { reason, step } = value;
    if (step === 'confirm' && errors.length === 0) {
      const placed = await this.locked.of(ctx, reference, (tx, row) =>
        this.freezes.place(tx, row, reason),
      );
      return backToCase(reference, placed, 'frozen');
    }
    const content = await this.deciding.open(ctx, reference, 'freeze');
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    if (step === 'change') return <FreezePage {...{ view, content, values: { reason } }} />;
    if (errors.length > 0) return invalid(<FreezePage {...{ view, content, errors }} />);
    return <ConfirmFreezePage {...{ view, content, reason }} />;
  }
}
