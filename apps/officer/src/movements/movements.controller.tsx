import { AsideQueries, IncompletePorts } from '#departure';
import { Accounts } from '#identity';
import { Database, type Tx } from '#platform';
import { MovementQueries, type MovementLine } from '#travel';
import { Asking, Needs, View } from '#web';
import { Controller, Get, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { wishOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { isMovementList, MovementsPage, type MovementDeskView } from './movements.page.tsx';

@Controller('movements')
@Needs('movement.read')
export class MovementsController {
  constructor(
    private readonly database: Database,
    private readonly movements: MovementQueries,
    private readonly ports: IncompletePorts,
    private readonly aside: AsideQueries,
    private readonly accounts: Accounts,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const list = isMovementList(query.show) ? query.show : 'unmatched';
    const wish = wishOf(query);
    return this.database.read(ctx, async (tx) => {
      const incomplete = await this.ports.list(tx);
      if (list === 'recent') {
        return (
          <MovementsPage {...{ view, list, incomplete }} rows={await this.movements.newest(tx)} />
        );
      }
      const found = await this.movements.queue(tx, list, wish);
      const { after } = wish;
      const desk = list === 'set_aside' ? await this.deskOf(tx, found.rows) : undefined;
      return (
        <MovementsPage {...{ view, list, after, found, incomplete, desk }} rows={found.rows} />
      );
    });
  }

  /** Who has the records that wait for an officer, and what is being made of them. */
  private async deskOf(tx: Tx, rows: readonly MovementLine[]): Promise<MovementDeskView> {
    const standings = await this.aside.standings(
      tx,
      rows.map((row) => row.id),
    );
    const holders = [...standings.values()].flatMap((s) => s.holder ?? []);
    const names = await this.accounts.staffNames(tx, [...new Set(holders)]);
    return { standings, names, now: tx.now };
  }
}
