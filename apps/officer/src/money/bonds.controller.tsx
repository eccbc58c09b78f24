import { bondLifecycle, BondQueries, type BondState } from '#bond-escrow';
import { Standstills } from '#breach';
import { Database } from '#platform';
import { Asking, Needs, View } from '#web';
import { Controller, Get, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { CaseLists } from '../shared/case-lists.service.ts';
import { wishOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { BondsPage } from './bonds.page.tsx';

const isBondState = (text: unknown): text is BondState =>
  (bondLifecycle.states as readonly unknown[]).includes(text);

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id);

@Controller('bonds')
@Needs('money.read')
export class BondsController {
  constructor(
    private readonly database: Database,
    private readonly bonds: BondQueries,
    private readonly lists: CaseLists,
    private readonly standstills: Standstills,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const state = isBondState(query.state) ? query.state : null;
    const wish = wishOf(query);
    return this.database.read(ctx, async (tx) => {
      const found = await this.bonds.list(tx, { ...wish, ...(state && { state }) });
      // Asked together, they travel together.
      const [consulates, standstills] = await Promise.all([
        this.lists.consulates(tx),
        this.standstills.of(tx, idsOf(found.rows)),
      ]);
      const shown = { view, state, after: wish.after, found, consulates, standstills };
      return <BondsPage {...shown} now={tx.now} />;
    });
  }
}
