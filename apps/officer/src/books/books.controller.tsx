import { LedgerQueries } from '#ledger';
import { Database } from '#platform';
import { CurrentAccount, Needs, View } from '#web';
import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { staffCtx, type Staff } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { BooksPage } from './books.page.tsx';
import { compare } from './comparison.ts';

@Controller('books')
@Needs('audit.read')
export class BooksController {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerQueries,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @CurrentAccount() staff: Staff,
    @Req() request: FastifyRequest,
  ) {
    return this.database.read(staffCtx(staff, request.id), async (tx) => {
      const balances = await this.ledger.balances(tx);
      const compared = compare(balances, await this.ledger.owed(tx));
      return <BooksPage {...{ view, balances, compared }} />;
    });
  }
}
