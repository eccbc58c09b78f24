import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the file of each closed month comes to: whoever has the file can tell that it is the one, and a
 * later one that differs is found. The file itself is made from the books whenever it is asked for.
 * Locks: none, the table is new. Back out: drop it.
 */
export class CloseMonths1764100000721 implements MigrationInterface {
  name = 'CloseMonths1764100000721';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table closed_month (
        month     date        primary key check (extract(day from month) = 1), -- its first day, UTC
        form      smallint    not null check (form > 0), -- of the file
        transfers bigint      not null check (transfers >= 0),
        bytes     bigint      not null check (bytes > 0),
        sha256    bytea       not null check (length(sha256) = 32),
        closed_at timestamptz not null default clock_timestamp()
      );
      create trigger append_only before update or delete or truncate on closed_month
        for each statement execute function app.refuse_change();
      grant select on closed_month to officer, worker, auditor;
      grant insert (month, form, transfers, bytes, sha256) on closed_month to worker;
      -- Which days of the month are sealed, and with what, stands in its file.
      grant select on day_seal to officer`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
