import { Revocations } from '#refund';
import { Asking, FormPipe, invalid, Needs, View, type PostedForm } from '#web';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { Deciding } from '../decisions/deciding.service.ts';
import { backToBlocked, backToCase } from '../shared/back-to-case.ts';
import { LockedCase } from '../shared/locked-case.service.ts';
import type { OfficerView } from '../text/index.ts';
import { RevokeForm } from './revoke.form.ts';
import { ConfirmRevokePage, RevokePage } from './revoke.page.tsx';

/** An officer proposes that a visa which nobody used be cancelled. */
@Controller('cases/:reference/revoke')
@Needs('visa.issue')
export class RevokeController {
  constructor(
    private readonly deciding: Deciding,
    private readonly locked: LockedCase,
    private readonly revocations: Revocations,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
  ) {
    const content = await this.deciding.open(ctx, reference, 'revoke');
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    return <RevokePage {...{ view, content }} />;
  }

  /** Shows what it will cause, and proposes it once that was confirmed. */
  @Post()
  @HttpCode(200)
  async propose(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
    @Body(FormPipe(RevokeForm)) { value, errors }: PostedForm<RevokeForm>,
  ) {
    const { reason, step } = value;
    if (step === 'confirm' && errors.length === 0) {
      const proposed = await this.locked.of(ctx, reference, (tx, row) =>
        this.revocations.propose(tx, row, reason),
      );
      return backToCase(reference, proposed, 'revocation_proposed');
    }
    const content = await this.deciding.open(ctx, reference, 'revoke');
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    if (step === 'change') return <RevokePage {...{ view, content, values: { reason } }} />;
    if (errors.length > 0) return invalid(<RevokePage {...{ view, content, errors }} />);
    return <ConfirmRevokePage {...{ view, content, reason }} />;
  }
}
