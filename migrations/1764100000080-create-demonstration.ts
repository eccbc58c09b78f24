import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The mark of a database that holds invented people, and how far their making has come. Without a
 * row it is no demonstration. Whoever makes one writes it as the administrator; no process may.
 * Locks: none, the table is new. Back out: drop it.
 */
export class CreateDemonstration1764100000080 implements MigrationInterface {
  name = 'CreateDemonstration1764100000080';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table demonstration (
        only_row boolean primary key default true check (only_row),
        step text not null
          constraint demonstration_step check (step in ('people', 'invented', 'money', 'complete')),
        installation text not null check (installation ~ '^[0-9a-f]{16}$'),
        begun_at timestamptz not null default clock_timestamp()
      );
      grant select on demonstration to portal, officer, api, worker, auditor;
    `);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
