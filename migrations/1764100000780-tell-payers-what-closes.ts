import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which payers were told that the way back of their money closes: once for each payment and last day,
 * so that another day, of a card that was renewed, is told again.
 * Locks: payment and fallback_account, for an instant. Back out: drop the table and the policy.
 */
export class TellPayersWhatCloses1764100000780 implements MigrationInterface {
  name = 'TellPayersWhatCloses1764100000780';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table closing_way_told (
        payment_id uuid        not null references payment (id),
        closes_on  date        not null,
        told_at    timestamptz not null, -- legal clock
        primary key (payment_id, closes_on)
      );
      create trigger append_only before update or delete or truncate on closing_way_told
        for each statement execute function app.refuse_change();
      grant select, insert on closing_way_told to worker;
      grant select on closing_way_told to auditor;
      -- Whether there is an account, and nothing of it: who has given one need not be asked.
      grant select (bond_id, ended_at) on fallback_account to worker;
      create policy by_rules on fallback_account for select to worker
        using (current_setting('app.scope', true) = 'system')`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
