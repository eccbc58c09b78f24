import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a traveller is told of each border record: a code of the rules with its port and days, which
 * the portal puts into words. Written by the worker beside what the record did; records themselves
 * stay closed to applicants.
 * Locks: none but short ones on visa_case, account and movement, which foreign keys refer to.
 * Back out: drop the table.
 */
export class CreateJourneyNote1764100000551 implements MigrationInterface {
  name = 'CreateJourneyNote1764100000551';

  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLE);
    await q.query(RIGHTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const TABLE = `
  create table journey_note (
    id uuid primary key,
    case_id uuid not null references visa_case (id),
    applicant_account_id uuid not null references account (id),
    movement_id uuid not null references movement (id),
    replaces uuid references movement (id),
    code text not null constraint journey_note_code check (code in
      ('admitted', 'departed_in_time', 'departed_in_time_no_bond', 'departed_late', 'refused',
       'refused_no_bond', 'admitted_with_officer', 'departed_with_officer', 'refused_with_officer',
       'taken_back', 'correction_with_officer')),
    port_code text not null,
    happened_on date not null,
    leave_by date,
    learned_at timestamptz not null default clock_timestamp()
  );
  create index journey_note_of_case on journey_note (case_id, learned_at);
  create index journey_note_of_movement on journey_note (movement_id);
  create trigger append_only before update or delete or truncate on journey_note
    for each statement execute function app.refuse_change();
`;

const RIGHTS = `
  grant select, insert on journey_note to worker;
  grant select on journey_note to portal, auditor;

  alter table journey_note enable row level security;
  alter table journey_note force row level security;
  create policy own on journey_note to migrator, portal
    using ((select app.scope()) = 'applicant' and applicant_account_id = (select app.actor()));
  create policy by_rules on journey_note to worker
    using (current_setting('app.scope', true) = 'system');
  create policy auditor on journey_note for select to auditor using (true);
`;
