import { ProcessorModule } from '#processor';
import { Module } from '@nestjs/common';
import { BalanceAsking } from './balance/balance-asking.service.ts';
import { ProcessorBalances } from './balance/processor-balances.store.ts';
import { LiquidityQueries } from './liquidity/liquidity.queries.ts';

@Module({
  imports: [ProcessorModule],
  providers: [BalanceAsking, LiquidityQueries, ProcessorBalances],
  exports: [BalanceAsking, LiquidityQueries],
})
export class TreasuryModule {}
