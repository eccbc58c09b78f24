// The oracle: SQL views, one per part that has books, which list what is wrong with them.
import type pg from 'pg';

export interface OracleCheck {
  readonly name: string;
  readonly rows: number;
  readonly ms: number;
}

export interface OracleResult {
  readonly ok: boolean;
  readonly checks: readonly OracleCheck[];
  /** The offending rows as the view shows them, at most `violationsMax` a view. */
  readonly violations: readonly Record<string, unknown>[];
}

const violationsMax = 100;

/** Every view called `oracle`, in whatever schema: a library adds its own by making one. */
async function oracleViews(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ schema: string }>(
    `select schemaname as schema from pg_views where viewname = 'oracle' order by schemaname`,
  );
  return rows.map((row) => row.schema);
}

async function check(client: pg.Client, schema: string) {
  const started = performance.now();
  const view = `${client.escapeIdentifier(schema)}.oracle`;
  const { rows } = await client.query<Record<string, unknown>>(
    `select * from ${view} limit ${violationsMax}`,
  );
  return { name: `${schema}.oracle`, rows, ms: Math.round(performance.now() - started) };
}

export async function runOracle(client: pg.Client): Promise<OracleResult> {
  const checks: OracleCheck[] = [];
  const violations: Record<string, unknown>[] = [];
  await client.query(`begin isolation level repeatable read read only`); // one moment for all
  for (const schema of await oracleViews(client)) {
    const { name, rows, ms } = await check(client, schema);
    checks.push({ name, rows: rows.length, ms });
    violations.push(...rows.map((row) => ({ view: name, ...row })));
  }
  await client.query('commit');
  return { ok: violations.length === 0, checks, violations };
}

export async function brokenRules(client: pg.Client): Promise<string[]> {
  const { violations } = await runOracle(client);
  return violations.map((row) =>
    JSON.stringify(row, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)),
  );
}
