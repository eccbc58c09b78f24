import { Database } from '#platform';
import { SuspenseProposals } from '#refund';
import { Asking, FormPipe, invalid, Needs, SeeOther, UuidPipe, View } from '#web';
import type { FieldError, PostedForm } from '#web';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { MatchForm } from './match.form.ts';
import { ConfirmMatchPage, MatchPage } from './match.page.tsx';
import { SuspenseContents } from './suspense-contents.service.ts';

/** Money in suspense counts towards a bond after all. */
@Controller('suspense/:id/match')
@Needs('suspense.resolve')
export class MatchController {
  constructor(
    private readonly database: Database,
    private readonly contents: SuspenseContents,
    private readonly proposals: SuspenseProposals,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
  ) {
    const content = await this.contents.one(ctx, id);
    const reference = content.item.reference ?? '';
    return <MatchPage {...{ view, content, values: { reference } }} />;
  }

  /** Shows what it will cause, and proposes it once that was confirmed. */
  @Post()
  @HttpCode(200)
  async propose(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(MatchForm)) form: PostedForm<MatchForm>,
  ) {
    const { reference, step } = form.value;
    const content = await this.contents.one(ctx, id);
    const shown = { view, content, values: { reference } };
    const again = (errors: readonly FieldError[]) =>
      invalid(<MatchPage {...{ ...shown, errors }} />);
    if (step === 'change') return <MatchPage {...shown} />;
    if (form.errors.length > 0) return again(form.errors);
    const match = await this.contents.match(ctx, id, reference);
    if (!match.ok) return again([errorOf(match.code)]);
    if (step !== 'confirm') return <ConfirmMatchPage {...{ view, content, match: match.value }} />;
    const done = await this.database.write(ctx, (tx) =>
      this.proposals.proposeMatch(tx, id, reference),
    );
    if (!done.ok) return new SeeOther(`/suspense/${id}?notice=${done.code}`);
    return new SeeOther(`/suspense/${id}?notice=${done.value.state}`);
  }
}

const errorOf = (code: string): FieldError => ({
  field: 'reference',
  key: `suspense.refused.${code}`,
});
