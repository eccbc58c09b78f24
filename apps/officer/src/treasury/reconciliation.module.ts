import { IdentityModule } from '#identity';
import { TreasuryModule } from '#treasury';
import { Module } from '@nestjs/common';
import { BankStatementsController } from './bank-statements.controller.tsx';
import { DifferencesController } from './differences.controller.tsx';
import { ReconciliationController } from './reconciliation.controller.tsx';

/** Whether the books, the processor and the bank agree, and what is done where they do not. */
@Module({
  imports: [IdentityModule, TreasuryModule],
  controllers: [BankStatementsController, DifferencesController, ReconciliationController],
})
export class ReconciliationModule {}
