import { Database, type Tx } from '#platform';
import { CandidateAnswers } from '#travel';
import { Asking, FormPipe, invalid, Needs, SeeOther, UuidPipe, View } from '#web';
import type { FieldError, PostedForm } from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { wishOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { JoinForm } from './join.form.ts';
import { MatchingDesk } from './matching-desk.service.ts';
import { MatchingListPage } from './matching-list.page.tsx';
import { MatchingPage } from './matching.page.tsx';
import { RejectForm } from './reject.form.ts';

/** Probable travellers of border records: one officer compares and proposes, another joins. */
@Controller('movements/matching')
@Needs('case.review')
export class MatchingController {
  constructor(
    private readonly database: Database,
    private readonly desk: MatchingDesk,
    private readonly answers: CandidateAnswers,
  ) {}

  @Get()
  async list(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const wish = wishOf(query);
    const list = await this.desk.list(ctx, wish);
    const notice = query.notice;
    return <MatchingListPage {...{ view, list, notice }} after={wish.after} />;
  }

  @Get(':id')
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query('notice') notice: unknown,
  ) {
    const content = await this.contentOf(ctx, id);
    return <MatchingPage {...{ view, staff: ctx.account, content, notice }} />;
  }

  @Post(':id/propose')
  propose(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(JoinForm)) form: PostedForm<JoinForm>,
  ) {
    return this.answer({ view, ctx, id }, form.errors, 'proposed', (tx) =>
      this.answers.propose(tx, id, form.value.joinReason),
    );
  }

  @Post(':id/reject')
  reject(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(RejectForm)) form: PostedForm<RejectForm>,
  ) {
    return this.answer({ view, ctx, id }, form.errors, 'rejected', (tx) =>
      this.answers.reject(tx, id, form.value.rejectReason),
    );
  }

  @Post(':id/join')
  @Needs('bond.approve')
  join(@View() view: OfficerView, @Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.answer({ view, ctx, id }, [], 'joined', (tx) => this.answers.join(tx, id));
  }

  @Post(':id/decline')
  decline(@View() view: OfficerView, @Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.answer({ view, ctx, id }, [], 'declined', (tx) => this.answers.decline(tx, id));
  }

  private async answer(
    { view, ctx, id }: { view: OfficerView; ctx: StaffCtx; id: string },
    errors: readonly FieldError[],
    done: string,
    work: (tx: Tx) => ReturnType<CandidateAnswers['join']>,
  ) {
    if (errors.length > 0) {
      const content = await this.contentOf(ctx, id);
      return invalid(<MatchingPage {...{ view, staff: ctx.account, content, errors }} />);
    }
    const answered = await this.database.write(ctx, work);
    if (!answered.ok && answered.code === 'unknown_candidate') throw new NotFoundException();
    return new SeeOther(`/movements/matching/${id}?notice=${answered.ok ? done : answered.code}`);
  }

  private async contentOf(ctx: StaffCtx, id: string) {
    const content = await this.desk.one(ctx, id);
    if (!content) throw new NotFoundException();
    return content;
  }
}
