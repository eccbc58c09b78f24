// The worker's pass over the books, for tests that do not start the worker's app.
import { TrialBalances } from '#ledger';
import { Database, OracleProgressStore, OracleQueries } from '#platform';
import { TrialCash } from '#treasury';
import { OracleWatch } from '../../apps/worker/src/oracle-watch.service.ts';

/** `get` finds a provider of the worker. */
export const oracleWatch = (get: <T>(token: new (...args: never[]) => T) => T): OracleWatch =>
  new OracleWatch(
    get(Database),
    get(OracleQueries),
    get(OracleProgressStore),
    get(TrialBalances),
    get(TrialCash),
  );
