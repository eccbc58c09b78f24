export * from './config/config.ts';
export { decrypt, encrypt } from './crypto/aes.ts';
export * from './crypto/vault.service.ts';
export { inStates, notInStates } from './database/in-states.ts';
export * from './database/columns.ts';
export * from './database/context.ts';
export * from './database/database.service.ts';
export { OracleQueries, type OraclePass, type Violation } from './database/oracle.queries.ts';
export { PreparedClient } from './database/prepared-client.ts';
export { columnsOf, lockRow } from './database/rows.ts';
export * from './database/source.ts';
export { constraintOf, sqlStateOf } from './database/sql-errors.ts';
export * from './database/state.ts';
export * from './ids.ts';
export * from './jobs/job-runner.service.ts';
export * from './jobs/jobs.service.ts';
export * from './jobs/queues.ts';
export * from './limits/rate-limiter.service.ts';
export * from './lists/list-page.ts';
export { describeError, type DescribedError } from './logging/describe-error.ts';
export type { Measured, Metric } from './metrics/metrics.ts';
export * from './platform.module.ts';
export * from './server/listen.ts';
export * from './server/refused-access.ts';
export * from './server/server-options.ts';
export { outliveErrors } from './server/unhandled.ts';
export { PlatformSweep } from './sweep/platform-sweep.service.ts';
export type { Swept, SweepParts } from './sweep/swept.ts';
export {
  UNFINISHED_MAX,
  unfinishedWaiting,
  UnfinishedWork,
  type Unfinished,
  type UnfinishedLists,
} from './waiting/unfinished-work.service.ts';
export { Wake } from './wake/wake.service.ts';
export { countWaiting, WAITING_MAX, type WaitingLists } from './waiting/waiting.ts';
export { waitForDatabase } from './server/wait-for-database.ts';
