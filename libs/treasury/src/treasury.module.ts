import { ApplicationModule } from '#application';
import { AuditModule } from '#audit';
import { LedgerModule } from '#ledger';
import { ProcessorModule } from '#processor';
import { RefundModule } from '#refund';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BalanceAsking } from './balance/balance-asking.service.ts';
import { ProcessorBalances } from './balance/processor-balances.store.ts';
import { BankBooking } from './bank/bank-booking.service.ts';
import { BankComparing } from './bank/bank-comparing.service.ts';
import { BankOpen } from './bank/bank-open.store.ts';
import { BankEntry, BankStatement } from './bank/bank-statement.entity.ts';
import { BankStatements } from './bank/bank-statements.store.ts';
import { BankTransferQueries } from './bank/bank-transfers.queries.ts';
import { StatementIntake } from './bank/statement-intake.service.ts';
import { StatementQueries } from './bank/statement.queries.ts';
import { ClosingWayMails } from './deadlines/closing-way-mails.service.ts';
import { DeadlineQueries } from './deadlines/deadline.queries.ts';
import { ToldWays } from './deadlines/told-ways.store.ts';
import { UntoldWays } from './deadlines/untold-ways.queries.ts';
import { ExportQueries } from './exports/export.queries.ts';
import { LiquidityQueries } from './liquidity/liquidity.queries.ts';
import { Comparing } from './reconciliation/comparing.service.ts';
import { ComparisonProgress } from './reconciliation/comparison-progress.store.ts';
import { DifferenceAskingQueries } from './reconciliation/difference-asking.queries.ts';
import { DifferenceSettling } from './reconciliation/difference-settling.service.ts';
import { DifferenceSteps } from './reconciliation/difference-steps.service.ts';
import { DifferenceQueries } from './reconciliation/difference.queries.ts';
import { Differences } from './reconciliation/differences.store.ts';
import { MoneyDifference } from './reconciliation/money-difference.entity.ts';
import { MovementAsking } from './reconciliation/movement-asking.service.ts';
import { MovementBooking } from './reconciliation/movement-booking.service.ts';
import { ObjectSidesQueries } from './reconciliation/object-sides.queries.ts';
import { ProcessorMovements } from './reconciliation/processor-movements.store.ts';
import { ReconciliationQueries } from './reconciliation/reconciliation.queries.ts';
import { TrialCash } from './reconciliation/trial-cash.store.ts';
import { UnbookedQueries } from './reconciliation/unbooked.queries.ts';
import { ClosedMonths } from './months/closed-months.store.ts';
import { ClosingMonths } from './months/closing-months.service.ts';
import { MonthFiles } from './months/month-files.service.ts';
import { StatementObjects } from './statement/statement-objects.queries.ts';

const OPEN = [
  ...[BalanceAsking, ClosedMonths, ClosingMonths, DeadlineQueries, ExportQueries, LiquidityQueries],
  ...[MonthFiles, StatementObjects, ClosingWayMails],
  ...[BankComparing, StatementIntake, StatementQueries],
];

@Module({
  imports: [
    TypeOrmModule.forFeature([BankEntry, BankStatement, MoneyDifference]),
    ...[ApplicationModule, AuditModule, LedgerModule, ProcessorModule, RefundModule],
  ],
  providers: [
    ...[ProcessorBalances, ...OPEN, ToldWays, UntoldWays],
    ...[MovementAsking, ProcessorMovements],
    ...[Comparing, ComparisonProgress, ObjectSidesQueries, Differences],
    ...[MovementBooking, UnbookedQueries],
    ...[DifferenceAskingQueries, DifferenceQueries, DifferenceSettling, DifferenceSteps],
    ...[ReconciliationQueries, TrialCash],
    ...[BankBooking, BankOpen, BankStatements, BankTransferQueries],
  ],
  exports: [
    ...OPEN,
    MovementAsking,
    ...[Comparing, DifferenceQueries, DifferenceSettling, DifferenceSteps],
    ...[ReconciliationQueries, TrialCash, UnbookedQueries],
  ],
})
export class TreasuryModule {}
