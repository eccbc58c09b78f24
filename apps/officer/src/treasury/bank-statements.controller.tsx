import { Accounts } from '#identity';
import type { Refused } from '#kernel';
import { Database } from '#platform';
import { STATEMENT_BYTES_MAX, StatementIntake, StatementQueries } from '#treasury';
import {
  Asking,
  bytesOf,
  FileOfForm,
  Needs,
  SeeOther,
  type SentFile,
  TakesFile,
  UuidPipe,
  View,
} from '#web';
import { Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { addressOf, wishOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { BankStatementPage } from './bank-statement.page.tsx';
import { BankStatementsPage } from './bank-statements.page.tsx';

const HOME = '/reconciliation/statements';

/** What the operator's bank says of its account: brought as files, held against the books. */
@Controller('reconciliation/statements')
export class BankStatementsController {
  constructor(
    private readonly database: Database,
    private readonly intake: StatementIntake,
    private readonly queries: StatementQueries,
    private readonly accounts: Accounts,
  ) {}

  @Get()
  @Needs('money.read')
  list(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const wish = wishOf(query);
    return this.database.read(ctx, async (tx) => {
      const found = await this.queries.list(tx, wish);
      const people = [...new Set(found.rows.map((row) => row.sentBy))];
      const names = await this.accounts.staffNames(tx, people);
      const { after } = wish;
      return <BankStatementsPage {...{ view, staff: ctx.account, found, after, names, query }} />;
    });
  }

  /** What is refused leaves nothing but the reason. */
  @Post()
  @Needs('refund.approve')
  @TakesFile({ name: 'bank-statement', points: 60 })
  async send(@Asking() ctx: StaffCtx, @FileOfForm() file: SentFile) {
    const bytes = await bytesOf(file, STATEMENT_BYTES_MAX);
    const read = this.intake.read(bytes);
    if (!read.ok) return refusedWith(read);
    const kept = await this.database.write(ctx, (tx) => this.intake.keep(tx, bytes, read.value));
    if (kept.ok) return new SeeOther(`${HOME}/${kept.value.id}?notice=kept`);
    const first = kept.detail?.['id'];
    if (kept.code === 'sent_before' && first) {
      return new SeeOther(`${HOME}/${first}?notice=sent_before`);
    }
    return refusedWith(kept);
  }

  @Get(':id')
  @Needs('money.read')
  show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query('notice') notice: unknown,
  ) {
    return this.database.read(ctx, async (tx) => {
      const statement = await this.queries.one(tx, id);
      if (!statement) throw new NotFoundException();
      const names = await this.accounts.staffNames(tx, [statement.line.sentBy]);
      return <BankStatementPage {...{ view, statement, names, notice }} />;
    });
  }
}

/** Codes, days and amounts: nothing of anybody stands in an address. */
const refusedWith = ({ code, detail = {} }: Refused) =>
  new SeeOther(`${addressOf(HOME, { refused: code, ...detail })}#statement`);
