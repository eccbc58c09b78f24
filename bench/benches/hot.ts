// Whether all receipts wait for one account: the processor's, that every one of them debits. The same
// receipts through the same data layer, with the processor as one account and as sixty-four.
import { closedLoop, compare, judge, type BenchResult } from '../measure.ts';
import { ledgerMustBeClean, withDatabase, type BenchDatabase } from '../setup/database.ts';
import { startWorker } from '../setup/worker.ts';
import { rssOf } from '../setup/world.ts';
import { plan } from '../plan.ts';
import { receiver } from './ledger.ts';

const GOAL = 0.85;
const CLIENTS = 64;
const ACCOUNTS = 64;

/** Of `ledger.receive` and the chart that it is checked against, nothing else is changed. */
const SPREAD = `do $$
declare
  v_receive text := pg_get_functiondef('ledger.receive'::regproc);
  v_chart text := (select pg_get_constraintdef(oid) from pg_constraint
    where conname = 'transfer_chart' and conrelid = 'ledger.transfer'::regclass);
begin
  execute replace(v_receive, '''processor:clearing''',
    '''processor:clearing'' || abs(hashtext(p_payment::text) % ${ACCOUNTS})');
  alter table ledger.transfer drop constraint transfer_chart;
  execute 'alter table ledger.transfer add constraint transfer_chart '
    || replace(v_chart, ' debit)', ' rtrim(debit, ''0123456789''))');
end $$`;

/** A spread that did not take would measure one account against one. */
async function mustBeSpread({ admin }: BenchDatabase): Promise<void> {
  const { rows } = await admin.query<{ accounts: number }>(
    'select count(distinct debit)::int as accounts from ledger.transfer',
  );
  if (rows[0]!.accounts !== ACCOUNTS) throw new Error(`${rows[0]!.accounts} accounts`);
}

export const hot = (say: (line: string) => void): Promise<BenchResult> =>
  withDatabase(say, async (db) => {
    const spread = await db.beside();
    await spread.admin.query(SPREAD);
    const workers = [await startWorker(db), await startWorker(spread)] as const;
    const [one, many] = workers.map((worker) => {
      const receive = receiver(worker);
      return { round: () => closedLoop(CLIENTS, plan.seconds, receive) };
    });
    try {
      const figures = await compare(one!, many!, plan.rounds, say);
      await ledgerMustBeClean(db);
      await mustBeSpread(spread);
      return {
        name: 'hot',
        ok: true,
        ...figures,
        referenceKind: 'pg',
        rssMiB: rssOf(process.pid),
        goal: `ratio >= ${GOAL}`,
        ...judge(figures, figures.ratio >= GOAL, db),
      };
    } finally {
      for (const worker of workers) await worker.close();
      await spread.close();
    }
  });
