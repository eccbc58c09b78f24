import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How the last pass of the oracle went, so that officers see it and its age: their login may not read
 * the checks themselves.
 * Locks: none, the table is new. Back out: drop it.
 */
export class OraclePasses1764100000222 implements MigrationInterface {
  name = 'OraclePasses1764100000222';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table oracle_pass (
        only_row boolean primary key default true check (only_row),
        ended_at timestamptz not null,
        seconds integer not null constraint oracle_pass_seconds check (seconds >= 0),
        checks integer not null constraint oracle_pass_checks check (checks > 0),
        violations integer not null constraint oracle_pass_violations check (violations >= 0)
      );
      grant select on oracle_pass to officer, worker, auditor;
      grant insert, update (ended_at, seconds, checks, violations) on oracle_pass to worker`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
