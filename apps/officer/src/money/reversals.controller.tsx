import { Accounts } from '#identity';
import { isUuid } from '#kernel';
import { Database, type Tx } from '#platform';
import { ReversalQueries, Settlements, type ReversalFilter } from '#refund';
import { CurrentAccount, Needs, SeeOther, View } from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { staffCtx, type Staff } from '../accounts-for-web.service.ts';
import { pageOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { ReversalPage } from './reversal.page.tsx';
import { ReversalsPage } from './reversals.page.tsx';

type Step = 'propose' | 'approve' | 'decline';

/** Money that left elsewhere: the treasury's list, and the two steps by which it is settled. */
@Controller('reversals')
export class ReversalsController {
  constructor(
    private readonly database: Database,
    private readonly reversals: ReversalQueries,
    private readonly settlements: Settlements,
    private readonly accounts: Accounts,
  ) {}

  @Get()
  @Needs('money.read')
  async list(
    @View() view: OfficerView,
    @CurrentAccount() staff: Staff,
    @Req() request: FastifyRequest,
    @Query() query: Record<string, unknown>,
  ) {
    const filter: ReversalFilter = query.show === 'all' ? 'all' : 'open';
    const page = pageOf(query.page);
    const found = await this.database.read(staffCtx(staff, request.id), (tx) =>
      this.reversals.list(tx, filter, page),
    );
    return <ReversalsPage {...{ view, filter, page, found }} />;
  }

  @Get(':id')
  @Needs('money.read')
  async show(
    @View() view: OfficerView,
    @CurrentAccount() staff: Staff,
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query('notice') notice: unknown,
  ) {
    return this.database.read(staffCtx(staff, request.id), async (tx) => {
      const found = isUuid(id) ? await this.reversals.one(tx, id) : null;
      if (!found) throw new NotFoundException();
      const { row, history } = found;
      const outcomes = await this.settlements.outcomes(tx, row);
      const people = [row.proposedBy, row.approvedBy].filter((p) => p !== null);
      const names = await this.accounts.staffNames(tx, people);
      return <ReversalPage {...{ view, staff, row, history, outcomes, names, notice }} />;
    });
  }

  @Post(':id/propose')
  @Needs('refund.approve')
  propose(
    @CurrentAccount() staff: Staff,
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body('outcome') outcome: unknown,
  ) {
    const chosen = typeof outcome === 'string' ? outcome : '';
    return this.act(staff, request, id, 'propose', (tx) =>
      this.settlements.propose(tx, id, chosen),
    );
  }

  @Post(':id/approve')
  @Needs('refund.approve')
  approve(@CurrentAccount() staff: Staff, @Req() request: FastifyRequest, @Param('id') id: string) {
    return this.act(staff, request, id, 'approve', (tx) => this.settlements.approve(tx, id));
  }

  @Post(':id/decline')
  @Needs('refund.approve')
  decline(@CurrentAccount() staff: Staff, @Req() request: FastifyRequest, @Param('id') id: string) {
    return this.act(staff, request, id, 'decline', (tx) => this.settlements.decline(tx, id));
  }

  private async act(
    staff: Staff,
    request: FastifyRequest,
    id: string,
    step: Step,
    work: (tx: Tx) => ReturnType<Settlements['approve']>,
  ) {
    if (!isUuid(id)) throw new NotFoundException();
    const done = await this.database.write(staffCtx(staff, request.id), work);
    if (!done.ok && done.code === 'no_such_reversal') throw new NotFoundException();
    return new SeeOther(`/reversals/${id}?notice=${done.ok ? step : done.code}`);
  }
}
