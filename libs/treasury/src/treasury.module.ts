import { ProcessorModule } from '#processor';
import { Module } from '@nestjs/common';
import { BalanceAsking } from './balance/balance-asking.service.ts';
import { ProcessorBalances } from './balance/processor-balances.store.ts';
import { LiquidityQueries } from './liquidity/liquidity.queries.ts';
import { StatementObjects } from './statement/statement-objects.queries.ts';

@Module({
  imports: [ProcessorModule],
  providers: [BalanceAsking, LiquidityQueries, ProcessorBalances, StatementObjects],
  exports: [BalanceAsking, LiquidityQueries, StatementObjects],
})
export class TreasuryModule {}
