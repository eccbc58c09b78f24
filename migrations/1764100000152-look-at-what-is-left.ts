import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When the processor was last asked what took money of a bond, so that each is looked at once a day,
 * the longest ago first; and what waits too long, as the worker last saw it: officers may read
 * neither mail nor the queues. `seen_at` of the row `sweep` is when the last sweep ended: an old one
 * shows a worker that hangs or is gone.
 * Locks: bond against writing while the index is made.
 * Back out: drop the table, the index and the column.
 */
export class LookAtWhatIsLeft1764100000152 implements MigrationInterface {
  name = 'LookAtWhatIsLeft1764100000152';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table bond add column looked_at timestamptz not null default clock_timestamp();
      create index bond_to_look_at on bond (looked_at)
        where state not in ('required', 'payment_started', 'lapsed', 'withdrawn', 'closed');
      grant update (looked_at) on bond to worker;

      create table waiting_work (
        kind text primary key constraint waiting_work_kind
          check (kind in ('events', 'mail', 'looks', 'sweep')),
        waiting integer not null constraint waiting_work_waiting check (waiting >= 0),
        oldest_at timestamptz,
        seen_at timestamptz not null,
        constraint waiting_work_oldest check ((waiting > 0) = (oldest_at is not null))
      );
      grant select on waiting_work to officer, worker, auditor;
      grant insert, update (waiting, oldest_at, seen_at) on waiting_work to worker`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
