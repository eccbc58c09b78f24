// pgledger beside ours, where its SQL is given by path: we keep none of it. The same is done on both
// sides: an account is opened for a bond and one transfer goes to it.
import { readFileSync } from 'node:fs';
import { referenceSide, type ReferenceSide } from '../pgbench.ts';
import { plan } from '../plan.ts';
import type { BenchDatabase } from './database.ts';
import { CLIENTS } from './reference.ts';

/** One account that all transfers come from would make them wait for one another. */
const CLEARING = 64;

const STEP = `select t.id from pgledger_create_transfer(
  (select id from clearing offset floor(random() * ${CLEARING})::int limit 1),
  (select id from pgledger_create_account('bond', 'USD')), '10000.00') t`;

/** Null when no file is named. Several, in the order in which they are run, with commas. */
export async function openPgledger(db: BenchDatabase): Promise<ReferenceSide | null> {
  if (plan.pgledger.length === 0) return null;
  // It names its tables without a schema.
  await db.admin.query('create schema pgledger; set search_path = pgledger');
  for (const file of plan.pgledger) await db.admin.query(readFileSync(file, 'utf8'));
  await db.admin.query(
    `create table clearing as select n, (pgledger_create_account('clearing ' || n, 'USD')).id
     from generate_series(1, ${CLEARING}) n; analyze; reset search_path`,
  );
  const url = new URL(db.adminUrl);
  url.searchParams.set('options', '-csearch_path=pgledger');
  return referenceSide({ url: url.href, sql: STEP, clients: CLIENTS, seconds: plan.seconds });
}
