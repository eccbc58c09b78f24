import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One row for all workers: when the next refund may leave, and whether the treasury has paused them.
 * It is counted by the wall clock, since the processor's limit is.
 * Locks: none on what is there; the index of what was sent is made while disbursements wait, moments
 * for a million. Back out: drop the table and the index.
 */
export class CreateRefundRun1764100000581 implements MigrationInterface {
  name = 'CreateRefundRun1764100000581';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table refund_run (
        only_row boolean primary key default true check (only_row),
        next_at timestamptz not null,
        paused_at timestamptz,
        paused_by uuid references account (id),
        pause_reason text constraint refund_run_pause_reason
          check (pause_reason in ('processor_problem', 'books_disagree', 'suspicious_refunds')),
        constraint refund_run_paused check ((paused_at is null) = (paused_by is null)
          and (paused_at is null) = (pause_reason is null))
      );
      insert into refund_run (next_at) values (now());
      grant select on refund_run to officer, worker, auditor;
      grant update (next_at) on refund_run to worker;
      grant update (paused_at, paused_by, pause_reason) on refund_run to officer;
      create trigger check_role before update on refund_run
        for each row execute function app.check_role('treasury');
      create index disbursement_sent on disbursement (sending_since)
        where sending_since is not null;
    `);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
