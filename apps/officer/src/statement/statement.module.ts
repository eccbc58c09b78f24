import { BondEscrowModule } from '#bond-escrow';
import { LedgerModule } from '#ledger';
import { TreasuryModule } from '#treasury';
import { Module } from '@nestjs/common';
import { TreasuryPagesModule } from '../treasury/treasury-pages.module.ts';
import { StatementController } from './statement.controller.tsx';

/** A bond's account, line by line. */
@Module({
  imports: [BondEscrowModule, LedgerModule, TreasuryModule, TreasuryPagesModule],
  controllers: [StatementController],
})
export class StatementModule {}
