import {
  BOND_PAGE_ROWS,
  bondLifecycle,
  BondQueries,
  type BondState,
  CaseStandingQueries,
} from '#bond-escrow';
import { Database } from '#platform';
import { Asking, Needs, View } from '#web';
import { Controller, Get, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { CaseLists } from '../shared/case-lists.service.ts';
import { pageOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { BondsPage } from './bonds.page.tsx';

const isBondState = (text: unknown): text is BondState =>
  (bondLifecycle.states as readonly unknown[]).includes(text);

@Controller('bonds')
@Needs('money.read')
export class BondsController {
  constructor(
    private readonly database: Database,
    private readonly bonds: BondQueries,
    private readonly facts: CaseStandingQueries,
    private readonly lists: CaseLists,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const state = isBondState(query.state) ? query.state : null;
    const page = pageOf(query.page);
    return this.database.read(ctx, async (tx) => {
      const found = await this.bonds.list(tx, { page, ...(state && { states: [state] }) });
      const ids = found.rows.map((row) => row.caseId);
      const [facts, offices] = [await this.facts.of(tx, ids), await this.lists.offices(tx)];
      const pages = Math.max(1, Math.ceil(found.total / BOND_PAGE_ROWS));
      return <BondsPage {...{ view, state, page, pages, found, facts, offices }} now={tx.now} />;
    });
  }
}
