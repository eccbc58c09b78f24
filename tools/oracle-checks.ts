// The oracle: SQL views, one per part that has books, each row naming a check and what breaks it.
import type pg from 'pg';
import { findViews, namesIn } from '../libs/platform/src/database/oracle-names.ts';

export interface OracleCheck {
  /** Schema of its view, and what must hold. */
  readonly name: string;
  readonly rows: number;
  readonly ms: number;
}

export interface Violation {
  readonly check: string;
  readonly offender: string;
}

export interface OracleResult {
  readonly ok: boolean;
  readonly checks: readonly OracleCheck[];
  /** At most `violationsMax` for one check; its row count is whole. */
  readonly violations: readonly Violation[];
}

const violationsMax = 100;

interface Finding {
  readonly check: OracleCheck;
  readonly violations: readonly Violation[];
}

/** One check alone: the planner drops the branches of all others, so the time is its own. */
async function run(client: pg.Client, schema: string, check: string): Promise<Finding> {
  const started = performance.now();
  const { rows } = await client.query<{ offender: string; total: string }>(
    `select offender::text, count(*) over () as total from ${client.escapeIdentifier(schema)}.oracle
     where "check" = ${client.escapeLiteral(check)} limit ${violationsMax}`,
  );
  const name = `${schema}: ${check}`;
  return {
    check: { name, rows: Number(rows[0]?.total ?? 0), ms: Math.round(performance.now() - started) },
    violations: rows.map(({ offender }) => ({ check: name, offender })),
  };
}

/** Runs every check at one moment. Throws when there is none: a missing oracle is no clean one. */
export async function runOracle(client: pg.Client): Promise<OracleResult> {
  await client.query('begin isolation level repeatable read read only');
  await client.query(`select set_config('app.scope', 'system', true)`); // the views see all rows
  const findings: Finding[] = [];
  const { rows: views } = await client.query<{ schema: string; definition: string }>(findViews);
  for (const { schema, definition } of views) {
    for (const name of namesIn(schema, definition)) findings.push(await run(client, schema, name));
  }
  await client.query('commit');
  if (findings.length === 0) throw new Error('This database has no oracle.');
  const violations = findings.flatMap((finding) => finding.violations);
  return { ok: violations.length === 0, checks: findings.map(({ check }) => check), violations };
}

/** Everything that is wrong, one line each. */
export async function brokenRules(client: pg.Client): Promise<string[]> {
  const { violations } = await runOracle(client);
  return violations.map(({ check, offender }) => `${check}: ${offender}`);
}
