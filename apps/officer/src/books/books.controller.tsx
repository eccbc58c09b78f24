import { compare, LedgerQueries } from '#ledger';
import { Database, OracleQueries } from '#platform';
import { Asking, Needs, View } from '#web';
import { Controller, Get } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { BooksPage } from './books.page.tsx';

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
      const lastPass = await this.oracles.last(tx);
      const balances = lastPass ? await this.ledger.balances(tx, lastPass.beganAt) : [];
      const owed = lastPass ? await this.ledger.owed(tx, lastPass.beganAt) : [];
      const compared = compare(balances, owed);
      return <BooksPage {...{ view, balances, compared, lastPass }} />;
    });
  }
}
