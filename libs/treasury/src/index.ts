export { BalanceAsking } from './balance/balance-asking.service.ts';
export {
  DAYS_AHEAD,
  missingOf,
  standingOf,
  type Liquidity,
  type LiquidityStanding,
} from './domain/liquidity.ts';
export { LiquidityQueries, treasuryWaiting } from './liquidity/liquidity.queries.ts';
export {
  objectOf,
  type StatementObject,
  StatementObjects,
} from './statement/statement-objects.queries.ts';
export { TreasuryModule } from './treasury.module.ts';
