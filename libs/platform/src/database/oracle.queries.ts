import type { Instant } from '#kernel';
import { Injectable } from '@nestjs/common';
import { momentOf } from './columns.ts';
import type { Tx } from './context.ts';
import { findViews, namesIn } from './oracle-names.ts';

export interface OracleCheck {
  readonly schema: string;
  readonly check: string;
}

/** A row that contradicts the books. */
export interface Violation {
  readonly check: string;
  readonly offender: string;
}

/** How the last pass over all the books went. */
export interface OraclePass {
  readonly endedAt: Instant;
  /** By the wall clock: a pass is no matter of legal dates. */
  readonly ageSeconds: number;
  readonly seconds: number;
  readonly checks: number;
  readonly violations: number;
}

const VIOLATIONS_MAX = 100;
// Of one check. Longer than a page's statement may take: it reads all the books.
const CHECK_LIMIT_MS = 120_000;

/** The checks of the books, one at a time, and what came of the last pass. */
@Injectable()
export class OracleQueries {
  async checks(tx: Tx): Promise<OracleCheck[]> {
    const views = await tx.query<{ schema: string; definition: string }>(findViews);
    if (views.length === 0) throw new Error('this database has no oracle');
    return views.flatMap(({ schema, definition }) =>
      namesIn(schema, definition).map((check) => ({ schema, check })),
    );
  }

  /** What breaks one check, up to a limit. The planner drops the branches of all others. */
  async violations(tx: Tx, { schema, check }: OracleCheck): Promise<Violation[]> {
    await tx.query(`select set_config('statement_timeout', $1, true)`, [`${CHECK_LIMIT_MS}`]);
    const name = check.replaceAll("'", "''");
    return tx.query<Violation>(
      `select "check", offender::text from "${schema}".oracle where "check" = '${name}'
       limit ${VIOLATIONS_MAX}`,
    );
  }

  async note(tx: Tx, pass: Omit<OraclePass, 'endedAt' | 'ageSeconds'>): Promise<void> {
    await tx.query(
      `insert into oracle_pass (ended_at, seconds, checks, violations)
       values (clock_timestamp(), $1, $2, $3)
       on conflict (only_row) do update set ended_at = excluded.ended_at,
         seconds = excluded.seconds, checks = excluded.checks, violations = excluded.violations`,
      [pass.seconds, pass.checks, pass.violations],
    );
  }

  /** Null until a first pass has ended. */
  async last(tx: Tx): Promise<OraclePass | null> {
    const [row] = await tx.query<Omit<OraclePass, 'endedAt'> & { at: Date }>(
      `select ended_at as at, seconds, checks, violations,
         extract(epoch from clock_timestamp() - ended_at)::int as "ageSeconds"
       from oracle_pass`,
    );
    if (!row) return null;
    const { at, ...pass } = row;
    return { ...pass, endedAt: momentOf(at) };
  }
}
