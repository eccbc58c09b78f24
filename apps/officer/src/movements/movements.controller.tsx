import { IncompletePorts } from '#departure';
import { Database } from '#platform';
import { MovementQueries } from '#travel';
import { Asking, Needs, View } from '#web';
import { Controller, Get, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { wishOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { isMovementList, MovementsPage } from './movements.page.tsx';

@Controller('movements')
@Needs('movement.read')
export class MovementsController {
  constructor(
    private readonly database: Database,
    private readonly movements: MovementQueries,
    private readonly ports: IncompletePorts,
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
      return <MovementsPage {...{ view, list, after, found, incomplete }} rows={found.rows} />;
    });
  }
}
