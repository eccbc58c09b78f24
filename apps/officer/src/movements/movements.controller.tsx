import { Database } from '#platform';
import { MovementQueries } from '#travel';
import { Asking, Needs, View } from '#web';
import { Controller, Get, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { pageOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { isMovementList, MOVEMENT_PAGE_ROWS, MovementsPage } from './movements.page.tsx';

@Controller('movements')
@Needs('movement.read')
export class MovementsController {
  constructor(
    private readonly database: Database,
    private readonly movements: MovementQueries,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const list = isMovementList(query.show) ? query.show : 'unmatched';
    const page = pageOf(query.page);
    const at = { limit: MOVEMENT_PAGE_ROWS, offset: (page - 1) * MOVEMENT_PAGE_ROWS };
    return this.database.read(ctx, async (tx) => {
      if (list === 'recent') {
        return <MovementsPage {...{ view, list, page }} rows={await this.movements.newest(tx)} />;
      }
      const { rows, total } = await this.movements.queue(tx, list, at);
      return <MovementsPage {...{ view, list, page, rows, total }} />;
    });
  }
}
