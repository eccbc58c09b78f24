import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why money went to suspense and which bond it came for, so that its payer is told what arrived, why
 * it did not count and what happens next, and officers see the reason. Until now the trail alone
 * knew; what lies in suspense from before has no row and shows what can be inferred.
 * Locks: share row exclusive on bond for the foreign key, for an instant.
 * Back out: drop the table.
 */
export class CreateSuspenseEntry1764100000020 implements MigrationInterface {
  name = 'CreateSuspenseEntry1764100000020';

  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLE);
    await q.query(VISIBLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const TABLE = `
  create table suspense_entry (
    received_payment_id uuid primary key,
    why text not null constraint suspense_entry_why check (why in (
      'unknown_payment', 'bond_over', 'bond_has_enough', 'not_in_full', 'other_currency',
      'more_than_asked', 'bears_a_loss')),
    -- The bond it came for or names; null when it names none of ours.
    bond_id uuid references bond (id),
    received_minor bigint not null,
    amount_minor bigint not null,
    currency char(3) not null constraint suspense_entry_currency check (currency ~ '^[A-Z]{3}$'),
    arrived_at timestamptz not null,
    constraint suspense_entry_amounts check (amount_minor between 1 and received_minor)
  );
  create index suspense_entry_bond on suspense_entry (bond_id);
  create trigger append_only before update or delete or truncate on suspense_entry
    for each statement execute function app.refuse_change();
`;

// As a payment: it shows with its bond. What names no bond is for staff.
const VISIBLE = `
  alter table suspense_entry enable row level security;
  alter table suspense_entry force row level security;
  create policy with_bond on suspense_entry using ((select app.scope()) in ('staff', 'system')
    or exists (select from bond b where b.id = bond_id));
  create policy auditor on suspense_entry for select to auditor using (true);

  grant select on suspense_entry to portal, officer, worker, auditor;
  grant insert on suspense_entry to worker;
`;
