import { Appeals, Rescissions, type RulingKind } from '#breach';
import type { Result } from '#kernel';
import { Database, type Tx } from '#platform';
import { Asking, FormPipe, invalid, Needs, SeeOther, UuidPipe, View } from '#web';
import type { PostedForm } from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { BreachContent } from './breach-content.service.ts';
import { JudgeForm, RescindForm } from './judge.form.ts';
import { AppealPage, RescissionPage } from './judging.page.tsx';

/** What is proposed after a decision: on the payer's appeal, or for proof that came later. */
@Controller('breaches/:id')
export class JudgingController {
  constructor(
    private readonly database: Database,
    private readonly content: BreachContent,
    private readonly appeals: Appeals,
    private readonly rescissions: Rescissions,
  ) {}

  @Get('appeal')
  @Needs('breach.appeal')
  async appeal(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
  ) {
    const { content, blocked } = await this.open(ctx, id, 'appeal');
    return blocked ?? <AppealPage {...{ view, content, values: {} }} />;
  }

  @Post('appeal')
  @Needs('breach.appeal')
  async judge(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(JudgeForm)) form: PostedForm<JudgeForm>,
  ) {
    const { value, errors } = form;
    if (errors.length > 0) {
      const { content } = await this.open(ctx, id, 'appeal');
      return invalid(<AppealPage {...{ view, content, errors }} values={{ ...value }} />);
    }
    return this.done(ctx, id, (tx) => this.appeals.propose(tx, id, value));
  }

  @Get('rescission')
  @Needs('breach.adjudicate')
  async rescission(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
  ) {
    const { content, blocked } = await this.open(ctx, id, 'rescission');
    return blocked ?? <RescissionPage {...{ view, content, values: {} }} />;
  }

  @Post('rescission')
  @Needs('breach.adjudicate')
  async rescind(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(RescindForm)) form: PostedForm<RescindForm>,
  ) {
    const { value, errors } = form;
    if (errors.length > 0) {
      const { content } = await this.open(ctx, id, 'rescission');
      return invalid(<RescissionPage {...{ view, content, errors }} values={{ ...value }} />);
    }
    return this.done(ctx, id, (tx) => this.rescissions.propose(tx, id, value.reasons));
  }

  private async open(ctx: StaffCtx, id: string, kind: RulingKind) {
    const content = await this.content.of(ctx, id);
    const may = content.may.get(kind);
    return { content, blocked: may && !may.ok ? back(id, may.code) : null };
  }

  private async done(ctx: StaffCtx, id: string, work: (tx: Tx) => Promise<Result<unknown>>) {
    const done = await this.database.write(ctx, work);
    if (!done.ok && done.code === 'no_such_file') throw new NotFoundException();
    return back(id, done.ok ? 'proposed' : done.code);
  }
}

const back = (id: string, notice: string) => new SeeOther(`/breaches/${id}?notice=${notice}`);
