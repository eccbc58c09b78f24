export { BankComparing } from './bank/bank-comparing.service.ts';
export { BalanceAsking } from './balance/balance-asking.service.ts';
export { StatementIntake } from './bank/statement-intake.service.ts';
export {
  type BankEntryView,
  type BankFigures,
  StatementQueries,
  type StatementLineView,
} from './bank/statement.queries.ts';
export { STATEMENT_BYTES_MAX } from './bank/statement-reader.ts';
export {
  bankExpectedOf,
  bankStandsAs,
  bankUnexplainedOf,
  type BankStanding,
} from './domain/bank-reconciliation.ts';
export {
  isOfBank,
  remedyOf,
  type DifferenceKind,
  type DifferenceSubject,
} from './domain/difference.ts';
export { differenceLifecycle, type DifferenceState } from './domain/difference.lifecycle.ts';
export { ClosingWayMails } from './deadlines/closing-way-mails.service.ts';
export { DEADLINES_MAX, DeadlineQueries, deadlinesWaiting } from './deadlines/deadline.queries.ts';
export { type ClosingWay, DESK_DAYS, SHOWN_DAYS, TELL_DAYS } from './domain/closing-ways.ts';
export {
  DAYS_AHEAD,
  missingOf,
  standingOf,
  type Liquidity,
  type LiquidityStanding,
} from './domain/liquidity.ts';
export { stepsOf } from './domain/movement-steps.ts';
export {
  expectedOf,
  standsAs,
  unexplainedOf,
  type ReconciliationStanding,
} from './domain/reconciliation.ts';
export { LiquidityQueries, treasuryWaiting } from './liquidity/liquidity.queries.ts';
export { Comparing } from './reconciliation/comparing.service.ts';
export { DifferenceSettling } from './reconciliation/difference-settling.service.ts';
export { DifferenceSteps } from './reconciliation/difference-steps.service.ts';
export {
  DifferenceQueries,
  differencesWaiting,
  type DifferenceFilter,
  type DifferenceView,
  type SideEntry,
} from './reconciliation/difference.queries.ts';
export type { MoneyDifference } from './reconciliation/money-difference.entity.ts';
export { MovementAsking } from './reconciliation/movement-asking.service.ts';
export { ReconciliationQueries, type Reconciled } from './reconciliation/reconciliation.queries.ts';
export { TrialCash } from './reconciliation/trial-cash.store.ts';
export { UnbookedQueries, type UnbookedMovement } from './reconciliation/unbooked.queries.ts';
export { monthFrom, monthText } from './domain/month.ts';
export {
  EXPORT_DAYS_MAX,
  EXPORT_ROWS_MAX,
  type ExportedRow,
  type ExportList,
  exportLists,
  ExportQueries,
} from './exports/export.queries.ts';
export { type ClosedMonth, ClosedMonths } from './months/closed-months.store.ts';
export { ClosingMonths } from './months/closing-months.service.ts';
export { MonthFiles } from './months/month-files.service.ts';
export {
  objectOf,
  type StatementObject,
  StatementObjects,
} from './statement/statement-objects.queries.ts';
export { TreasuryModule } from './treasury.module.ts';
