export { cause } from './domain/cause.ts';
export type { LedgerAccount } from './domain/chart.ts';
export { LedgerRefused } from './ledger-refused.ts';
export { LedgerModule } from './ledger.module.ts';
export { LedgerQueries, type Balance, type Owed, type StatementLine } from './ledger.queries.ts';
export { LedgerStore } from './ledger.store.ts';
export { decidedRefund, freeOf, receivedPaymentOf, reserveOf } from './owner.queries.ts';
export { ReversalLedger } from './reversal-ledger.store.ts';
export { TrialBalances } from './trial-balances.store.ts';
