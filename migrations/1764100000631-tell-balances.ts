import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What everybody may read: once a day the sums of all accounts, as a pass over the books added them up,
 * and the seals of days. More often, single payments could be read off the sums.
 * Locks: none, the table is new. Back out: drop it and take the right back.
 */
export class TellBalances1764100000631 implements MigrationInterface {
  name = 'TellBalances1764100000631';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table told_balance (
        -- Of the wall clock, in UTC.
        day date not null,
        account text not null,
        currency char(3) not null,
        by_transfers bigint, -- as in trial_balance
        by_accounts bigint,
        as_of timestamptz not null,
        violations integer not null check (violations >= 0),
        constraint told_balance_key primary key (day, account, currency)
      );
      create trigger append_only before update or delete or truncate on told_balance
        for each statement execute function app.refuse_change();
      grant select on told_balance to portal, worker, auditor;
      grant insert on told_balance to worker;
      grant select on day_seal to portal`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
