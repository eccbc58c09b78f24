import { Cases, mayWithdraw } from '#application';
import { BondQueries, Withdrawals } from '#bond-escrow';
import { Database } from '#platform';
import { Asking, type AccountCtx, Needs, SeeOther, View } from '#web';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { OwnCases } from '../own/own-cases.service.ts';
import type { PortalView } from '../text/index.ts';
import { caseWith } from '../tracking/notices.ts';
import { WithdrawPage } from './withdraw.page.tsx';

/** The applicant takes the application back. */
@Controller('cases/:reference/withdraw')
@Needs('case.own')
export class WithdrawController {
  constructor(
    private readonly database: Database,
    private readonly own: OwnCases,
    private readonly bonds: BondQueries,
    private readonly cases: Cases,
    private readonly withdrawals: Withdrawals,
  ) {}

  /** What withdrawing will cause; nothing has happened yet. */
  @Get()
  show(@View() view: PortalView, @Asking() ctx: AccountCtx, @Param('reference') reference: string) {
    return this.database.read(ctx, async (tx) => {
      const { row } = await this.own.one(tx, reference);
      const may = mayWithdraw(row.state);
      if (!may.ok) return new SeeOther(caseWith(row.reference, noticeOf(may.code)));
      const bond = await this.bonds.ofCase(tx, row.id);
      return <WithdrawPage {...{ view, row, bond }} />;
    });
  }

  @Post()
  withdraw(@Asking() ctx: AccountCtx, @Param('reference') reference: string) {
    return this.database.write(ctx, async (tx) => {
      const own = await this.own.one(tx, reference);
      const row = await this.cases.lock(tx, own.row.id);
      const withdrawn = await this.withdrawals.withdraw(tx, row);
      if (!withdrawn.ok) return new SeeOther(caseWith(row.reference, noticeOf(withdrawn.code)));
      const done = row.state === 'draft' ? 'draft_deleted' : 'withdrawn';
      return new SeeOther(caseWith(row.reference, done));
    });
  }
}

const noticeOf = (code: string) =>
  code === 'visa_to_give_back' ? 'visa_to_give_back' : 'not_withdrawable';
