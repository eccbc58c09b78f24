import { AuditModule } from '#audit';
import { LedgerModule } from '#ledger';
import { TreasuryModule } from '#treasury';
import { Module } from '@nestjs/common';
import { BalancesController } from './balances.controller.tsx';
import { ExportTrail } from './export-trail.service.ts';
import { DeadlinesController } from './deadlines.controller.tsx';
import { ExportsController } from './exports.controller.tsx';
import { LiquidityController } from './liquidity.controller.tsx';
import { MonthsController } from './months.controller.tsx';
import { TreasuryController } from './treasury.controller.tsx';

/** What the books hold, and whether the money is there when it is needed. */
@Module({
  imports: [AuditModule, LedgerModule, TreasuryModule],
  controllers: [
    BalancesController,
    DeadlinesController,
    ExportsController,
    LiquidityController,
    MonthsController,
    TreasuryController,
  ],
  providers: [ExportTrail],
  exports: [ExportTrail],
})
export class TreasuryPagesModule {}
