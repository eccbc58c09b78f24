import { IdentityModule } from '#identity';
import { TreasuryModule } from '#treasury';
import { Module } from '@nestjs/common';
import { DifferencesController } from './differences.controller.tsx';
import { ReconciliationController } from './reconciliation.controller.tsx';

/** Whether the books and the processor agree, and what is done where they do not. */
@Module({
  imports: [IdentityModule, TreasuryModule],
  controllers: [DifferencesController, ReconciliationController],
})
export class ReconciliationModule {}
