import type { Instant } from '#kernel';
import { Injectable } from '@nestjs/common';
import { momentOf } from './columns.ts';
import type { Tx } from './context.ts';
import { LAST_ID, type IdRange } from './id-range.ts';
import { findKeys, findViews, namesIn } from './oracle-names.ts';

/** A row that contradicts the books. */
export interface Violation {
  readonly check: string;
  readonly offender: string;
}

export interface Violations {
  readonly total: number;
  /** The first of each view. */
  readonly rows: readonly Violation[];
}

/** How the last pass over all the books went. */
export interface OraclePass {
  /** Whatever was there then has been looked at since; as PostgreSQL writes it. */
  readonly beganAt: string;
  readonly endedAt: Instant;
  /** Since it began, by the wall clock: a pass is no matter of legal dates. */
  readonly ageSeconds: number;
  readonly seconds: number;
  readonly checks: number;
  /** What it found, or what the pass that is under way has found so far, if that is more. */
  readonly violations: number;
}

const VIOLATIONS_MAX = 100;
// Of one part: usually less than a second. Its first one has to read all transfers for one check.
const PART_LIMIT_MS = 120_000;

/** The checks of the books, for any range of ids, and what came of the last pass. */
@Injectable()
export class OracleQueries {
  /** How many checks there are. */
  async count(tx: Tx): Promise<number> {
    const views = await tx.query<{ schema: string; definition: string }>(findViews);
    if (views.length === 0) throw new Error('this database has no oracle');
    return views.reduce((n, v) => n + namesIn(v.schema, v.definition).length, 0);
  }

  /** From this id on, so many rows of each library at most; to the last id when fewer are left. */
  async rangeFrom(tx: Tx, first: string, rows: number): Promise<IdRange> {
    const keys = await tx.query<{ schema: string }>(findKeys);
    const ends = keys.map(
      ({ schema }) => `(select id from "${schema}".oracle_key where id >= '${first}'
        order by id limit 1 offset ${rows - 1})`,
    );
    const [end] = await tx.query<{ id: string }>(
      `select id from (${ends.join(' union all ')}) ends order by id limit 1`,
    );
    return { first, last: end?.id ?? LAST_ID };
  }

  /** The rest of this transaction looks at these ids alone. */
  async lookAt(tx: Tx, { first, last }: IdRange): Promise<void> {
    await tx.query(
      `select set_config('oracle.first', $1, true), set_config('oracle.last', $2, true),
         set_config('statement_timeout', $3, true),
         -- A part is few rows of many: read by their indexes, whatever else the tables hold.
         set_config('random_page_cost', '1.1', true)`,
      [first, last, `${PART_LIMIT_MS}`],
    );
  }

  /**
   * What breaks a check there. With a parameter, so that the statement is planned once a connection:
   * that takes about as long as a part.
   */
  async violations(tx: Tx): Promise<Violations> {
    const found: Violations[] = [];
    for (const { schema } of await tx.query<{ schema: string }>(findViews)) {
      const rows = await tx.query<Violation & { total: number }>(
        `with broken as materialized (select "check", offender::text from "${schema}".oracle)
         select *, count(*) over ()::int as total from broken limit $1`,
        [VIOLATIONS_MAX],
      );
      found.push({ total: rows[0]?.total ?? 0, rows });
    }
    return {
      total: found.reduce((sum, { total }) => sum + total, 0),
      rows: found.flatMap(({ rows }) => rows.map(({ check, offender }) => ({ check, offender }))),
    };
  }

  /** Null until a first pass has ended. */
  async last(tx: Tx): Promise<OraclePass | null> {
    const [row] = await tx.query<Omit<OraclePass, 'endedAt'> & { at: Date }>(
      `select began_at::text as "beganAt", ended_at as at, seconds, checks,
         greatest(violations, (select violations from oracle_progress)) as violations,
         extract(epoch from clock_timestamp() - began_at)::int as "ageSeconds"
       from oracle_pass`,
    );
    if (!row) return null;
    const { at, ...pass } = row;
    return { ...pass, endedAt: momentOf(at) };
  }
}
