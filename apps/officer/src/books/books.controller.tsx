import { LedgerQueries } from '#ledger';
import { Database, OracleQueries } from '#platform';
import { Asking, Needs, View } from '#web';
import { Controller, Get } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { BooksPage } from './books.page.tsx';
import { compare } from './comparison.ts';

@Controller('books')
@Needs('audit.read')
export class BooksController {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerQueries,
    private readonly oracles: OracleQueries,
  ) {}

  @Get()
  async show(@View() view: OfficerView, @Asking() ctx: StaffCtx) {
    return this.database.read(ctx, async (tx) => {
      const balances = await this.ledger.balances(tx);
      const compared = compare(balances, await this.ledger.owed(tx));
      const lastPass = await this.oracles.last(tx);
      return <BooksPage {...{ view, balances, compared, lastPass }} />;
    });
  }
}
