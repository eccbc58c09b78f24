import { Accounts } from '#identity';
import { renderLetter } from '#notification';
import { Database, type Tx } from '#platform';
import { DisputeAnswers, DisputeQueries, type DisputeFilter } from '#refund';
import { Asking, letterFile, Limited, Needs, SeeOther, SendsFile, UuidPipe, View } from '#web';
import { Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { wishOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { DisputePage } from './dispute.page.tsx';
import { DisputesPage } from './disputes.page.tsx';

/** Disputes: the list by deadline, one with all about it, and what the treasury answers. */
@Controller('disputes')
export class DisputesController {
  constructor(
    private readonly database: Database,
    private readonly disputes: DisputeQueries,
    private readonly answers: DisputeAnswers,
    private readonly accounts: Accounts,
  ) {}

  @Get()
  @Needs('money.read')
  async list(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const filter: DisputeFilter = query.show === 'all' ? 'all' : 'to_answer';
    const wish = wishOf(query);
    return this.database.read(ctx, async (tx) => {
      const found = await this.disputes.list(tx, filter, wish);
      return <DisputesPage {...{ view, filter, found, after: wish.after, now: tx.now }} />;
    });
  }

  @Get(':id')
  @Needs('money.read')
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query('notice') notice: unknown,
  ) {
    return this.database.read(ctx, async (tx) => {
      const dispute = await this.disputes.one(tx, id);
      if (!dispute) throw new NotFoundException();
      const people = dispute.answers.flatMap((a) => [a.preparedBy, a.orderedBy ?? []].flat());
      const names = await this.accounts.staffNames(tx, [...new Set(people)]);
      return <DisputePage {...{ view, staff: ctx.account, dispute, names, now: tx.now, notice }} />;
    });
  }

  /** One press: all that proves the payment, as one file, to be read before it is sent. */
  @Post(':id/pack')
  @Needs('refund.approve')
  @Limited({ name: 'dispute-pack', points: 60, seconds: 3600, by: 'account' })
  async pack(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    const composed = await this.database.write(ctx, (tx) => this.answers.compose(tx, id));
    if (!composed.ok) return this.done(id, composed.code);
    // Slow, so between the transactions.
    const pdf = await renderLetter(composed.value);
    return this.act(ctx, id, 'pack', (tx) => this.answers.contest(tx, id, pdf));
  }

  @Post(':id/accept')
  @Needs('refund.approve')
  accept(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.act(ctx, id, 'accept', (tx) => this.answers.accept(tx, id));
  }

  @Get(':id/answers/:answer/pack.pdf')
  @Needs('refund.approve')
  @SendsFile()
  async file(
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Param('answer', UuidPipe) answer: string,
  ) {
    const pdf = await this.database.show(ctx, (tx) => this.answers.pack(tx, answer));
    if (!pdf) throw new NotFoundException();
    return letterFile(pdf, `dispute-${id}`);
  }

  @Post(':id/answers/:answer/order')
  @Needs('refund.approve')
  order(
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Param('answer', UuidPipe) answer: string,
  ) {
    return this.act(ctx, id, 'order', (tx) => this.answers.order(tx, answer));
  }

  @Post(':id/answers/:answer/withdraw')
  @Needs('refund.approve')
  withdraw(
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Param('answer', UuidPipe) answer: string,
  ) {
    return this.act(ctx, id, 'withdraw', (tx) => this.answers.withdraw(tx, answer));
  }

  private async act(
    ctx: StaffCtx,
    id: string,
    step: string,
    work: (tx: Tx) => ReturnType<DisputeAnswers['order']>,
  ) {
    const done = await this.database.write(ctx, work);
    return this.done(id, done.ok ? step : done.code);
  }

  private done(id: string, code: string) {
    if (code === 'unknown_dispute' || code === 'unknown_answer') throw new NotFoundException();
    return new SeeOther(`/disputes/${id}?notice=${code}`);
  }
}
