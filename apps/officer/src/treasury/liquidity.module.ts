import { TreasuryModule } from '#treasury';
import { Module } from '@nestjs/common';
import { LiquidityController } from './liquidity.controller.tsx';

/** Whether the money is there when it is needed. */
@Module({
  imports: [TreasuryModule],
  controllers: [LiquidityController],
})
export class LiquidityModule {}
