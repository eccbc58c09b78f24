export { Config, isSecure, loadConfig, SETTINGS } from './config/config.ts';
export {
  amountAt,
  BadIsoAmount,
  codeAt,
  type IsoFault,
  type IsoTree,
  nameAt,
  readIsoDocument,
  textAt,
  treeAt,
  treesAt,
} from './iso20022/iso-document.ts';
export { csvChunks, type CsvRecord } from './csv/csv.ts';
export { decrypt, encrypt } from './crypto/aes.ts';
export {
  type NewKey,
  type Place,
  type SubjectKey,
  Vault,
  type WrappedKeys,
} from './crypto/vault.service.ts';
export { inStates, notInStates, stateIn } from './database/in-states.ts';
export { bigintColumn, dayColumn, dayOf, instantColumn, momentOf } from './database/columns.ts';
export {
  accountCtx,
  actorIdOf,
  clientCtx,
  type Ctx,
  officerOf,
  personOf,
  signInCtx,
  systemCtx,
  type Tx,
  visitorCtx,
} from './database/context.ts';
export { Database, SignInOver } from './database/database.service.ts';
export { idAfter } from './database/id-range.ts';
export { OracleProgressStore } from './database/oracle-progress.store.ts';
export { OracleQueries, type OraclePass, type Violation } from './database/oracle.queries.ts';
export { PreparedClient } from './database/prepared-client.ts';
export { addRows, columnsOf, lockRow, lockRows } from './database/rows.ts';
export { sourceOptions } from './database/source.ts';
export { constraintOf, sqlStateOf } from './database/sql-errors.ts';
export { moveState, moveStates, StateMoved, stateTable } from './database/state.ts';
export { idFrom, newId, newReference, referenceFrom } from './ids.ts';
export { type JobHandler, JobRunner } from './jobs/job-runner.service.ts';
export { type JobData, Jobs } from './jobs/jobs.service.ts';

export { RateLimiter } from './limits/rate-limiter.service.ts';
export {
  type After,
  afterFrom,
  afterText,
  COUNT_MAX,
  goesOn,
  LIST_PAGE_ROWS,
  listPage,
  type ListPage,
  type ListWish,
  pageWithin,
} from './lists/list-page.ts';
export { describeError } from './logging/describe-error.ts';
export type { Measured, Metric } from './metrics/metrics.ts';
export { PlatformModule } from './platform.module.ts';
export { listen, startApp } from './server/listen.ts';
export { onRefusedAccess, type RefusedRequest } from './server/refused-access.ts';
export { serverOptions } from './server/server-options.ts';
export { micros, type SealedRows } from './sealed/sealed.ts';
export { eachDue } from './sweep/each-due.ts';
export { eachOf } from './sweep/each-of.ts';
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
