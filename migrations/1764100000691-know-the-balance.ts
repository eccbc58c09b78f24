import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What lies at the processor, as it tells: asked once an hour, kept as it was told.
 * Locks: none, the table is new. Back out: drop it.
 */
export class KnowTheBalance1764100000691 implements MigrationInterface {
  name = 'KnowTheBalance1764100000691';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table processor_balance (
        -- Of the wall clock.
        told_at timestamptz not null,
        currency char(3) not null,
        -- Below zero when the processor took more than was there.
        available_minor bigint not null,
        pending_minor bigint not null,
        constraint processor_balance_key primary key (told_at, currency)
      );
      create trigger append_only before update or delete or truncate on processor_balance
        for each statement execute function app.refuse_change();
      grant select on processor_balance to officer, worker, auditor;
      grant insert on processor_balance to worker`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
