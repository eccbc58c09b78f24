import { dayIn, type PlainDate } from '#kernel';
import { Database } from '#platform';
import { mayKeepUntil, SuspenseProposals } from '#refund';
import { Asking, FormPipe, invalid, Needs, readDate, SeeOther, UuidPipe, View } from '#web';
import type { Answers, DateAnswer, FieldError, PostedForm } from '#web';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { KeepForm } from './keep.form.ts';
import { ConfirmKeepPage, KeepPage } from './keep.page.tsx';
import { SuspenseContents, type SuspenseContent } from './suspense-contents.service.ts';

/** Money in suspense stays where it is until a day. */
@Controller('suspense/:id/keep')
@Needs('suspense.resolve')
export class KeepController {
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
    return <KeepPage {...{ view, content, values: {} }} />;
  }

  /** Shows what it will cause, and does it once that was confirmed. */
  @Post()
  @HttpCode(200)
  async keep(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(KeepForm)) form: PostedForm<KeepForm>,
  ) {
    const { reason, step } = form.value;
    const values = { ...form.value };
    const content = await this.contents.one(ctx, id);
    const again = (errors: readonly FieldError[]) =>
      invalid(<KeepPage {...{ view, content, values, errors }} />);
    if (step === 'change') return <KeepPage {...{ view, content, values }} />;
    const { day: until, error } = untilOf(values, content);
    const errors = [...form.errors, ...(error ? [error] : [])];
    if (errors.length > 0 || !until) return again(errors);
    if (step !== 'confirm') return <ConfirmKeepPage {...{ view, content, reason, until }} />;
    const done = await this.keepUntil(ctx, id, reason, until);
    return new SeeOther(`/suspense/${id}?notice=${done.ok ? 'kept' : done.code}`);
  }

  private keepUntil(ctx: StaffCtx, id: string, reason: string, until: PlainDate) {
    return this.database.write(ctx, (tx) => this.proposals.keep(tx, id, { reason, until }));
  }
}

function untilOf(values: Answers, { now }: SuspenseContent): DateAnswer {
  const today = dayIn(now, 'UTC');
  const whatKey = 'suspenseSteps.error.until';
  const read = readDate(values, { field: 'until', whatKey, today, rule: 'future' });
  const may = read.day && mayKeepUntil(read.day, today);
  if (!may || may.ok) return read;
  const key = `suspenseSteps.error.${may.code}`;
  return { day: null, error: { field: 'until', key, params: may.detail } };
}
