import { Accounts } from '#identity';
import { Database } from '#platform';
import {
  Disbursements,
  RefundQueries,
  type RefundFilter,
  RescueAsking,
  RescueQueries,
} from '#refund';
import { Asking, Needs, SeeOther, UuidPipe, View } from '#web';
import { Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { wishOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { Stops } from './stops.service.ts';
import { RefundPage } from './refund.page.tsx';
import { REFUND_FILTERS, RefundsPage } from './refunds.page.tsx';

const isFilter = (text: unknown): text is RefundFilter =>
  (REFUND_FILTERS as readonly unknown[]).includes(text);

/** As people write it, in whatever case. */
const referenceIn = ({ reference }: Record<string, unknown>): string =>
  typeof reference === 'string' ? reference.trim().toUpperCase().slice(0, 40) : '';

@Controller('refunds')
export class RefundsController {
  constructor(
    private readonly database: Database,
    private readonly refunds: RefundQueries,
    private readonly disbursements: Disbursements,
    private readonly accounts: Accounts,
    private readonly rescues: RescueQueries,
    private readonly asking: RescueAsking,
    private readonly stops: Stops,
  ) {}

  /** Problems first. */
  @Get()
  @Needs('money.read')
  async list(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const filter = isFilter(query.show) ? query.show : 'problems';
    const wish = wishOf(query);
    return this.database.read(ctx, async (tx) => {
      const reference = filter === 'unclaimed' ? referenceIn(query) : '';
      const found = reference
        ? await this.refunds.unclaimedOf(tx, reference)
        : await this.refunds.list(tx, filter, wish);
      const [promises, standstills] = await Promise.all([
        this.refunds.promises(tx),
        this.stops.reasons(tx, found.rows),
      ]);
      const lists = { found, promises, standstills };
      const shown = { view, filter, reference, after: wish.after, ...lists };
      return <RefundsPage {...shown} now={tx.now} />;
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
      const found = await this.refunds.one(tx, id);
      if (!found) throw new NotFoundException();
      const rescue = await this.rescues.open(tx, id);
      const content = { ...found, rescue, mayAsk: await this.asking.may(tx, id) };
      const people = content.disbursements.flatMap((a) => a.approvedBy ?? []);
      const names = await this.accounts.staffNames(tx, [...new Set(people)]);
      const stoppedBy = await this.stops.sending(tx, content.refund);
      const reasons = await this.stops.reasons(tx, [content.refund]);
      const standstills = reasons.get(content.refund.ownerId) ?? [];
      const more = { names, notice, stoppedBy, standstills, now: tx.now };
      return <RefundPage {...{ view, staff: ctx.account, content, ...more }} />;
    });
  }

  @Post(':id/approve')
  @Needs('refund.approve')
  approve(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.act(ctx, id, 'approved');
  }

  @Post(':id/ask-account')
  @Needs('refund.approve')
  async askForAccount(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    const answer = await this.database.write(ctx, async (tx) => {
      if (!(await this.refunds.one(tx, id))) throw new NotFoundException();
      return this.asking.ask(tx, id);
    });
    return new SeeOther(`/refunds/${id}?notice=${answer.ok ? 'account_asked' : answer.code}`);
  }

  @Post(':id/ask')
  @Needs('refund.approve')
  ask(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.act(ctx, id, 'asked');
  }

  /** Always about the newest disbursement: an older one is over. */
  private async act(ctx: StaffCtx, id: string, done: 'approved' | 'asked') {
    const answer = await this.database.write(ctx, async (tx) => {
      const found = await this.refunds.one(tx, id);
      if (!found) throw new NotFoundException();
      const { disbursementId } = found.refund;
      return done === 'approved'
        ? this.disbursements.approve(tx, disbursementId)
        : this.disbursements.askAgain(tx, disbursementId);
    });
    return new SeeOther(`/refunds/${id}?notice=${answer.ok ? done : answer.code}`);
  }
}
