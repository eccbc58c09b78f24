import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A visa says up to which day records must be complete before their absence decides something, and on
 * which day its traveller is reminded next. Both are empty once the stay is decided, so that what is
 * over is in no index. A bond whose traveller has no departure record gets a request for evidence
 * with a clock of its own, which stands still while officers look at the answer.
 * Locks: visa exclusively while its rows are written once (seconds at a million).
 * Back out: drop evidence_request while there is none, and the new columns.
 */
export class ClocksOfStays1764100000362 implements MigrationInterface {
  name = 'ClocksOfStays1764100000362';

  async up(q: QueryRunner): Promise<void> {
    await q.query(seeing('create'));
    await q.query(VISAS);
    await q.query(seeing('drop'));
    await q.query(INDEXES);
    await q.query(REQUESTS);
    await q.query(RIGHTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

// Whoever migrates owns the tables, and row-level security binds the owner too.
const seeing = (verb: 'create' | 'drop') =>
  ['visa', 'visa_case']
    .map((table) => {
      const policy = `${verb} policy clocks_of_stays on ${table}`;
      return `${policy}${verb === 'create' ? ' to current_user using (true) with check (true)' : ''};`;
    })
    .join('\n');

// Stays that are under way are taken as of the programme's first port: it was the only one.
const VISAS = `
  alter table visa
    add column programme_code text references programme (code),
    add column due_on date,
    add column stay_zone text,
    add column remind_on date;
  update visa set programme_code = c.programme_code,
    due_on = case
      when c.state = 'visa_issued' then
        valid_until + (v.rules->>'unusedDaysAfter')::int
      when c.state = 'travelling' and departed_on is null then
        leave_by + (v.rules->>'missingDaysAfter')::int end,
    stay_zone = case when admitted_on is not null then coalesce((select p.time_zone from port p
      where p.programme_code = c.programme_code order by p.code limit 1), 'UTC') end,
    remind_on = case when c.state = 'travelling' and departed_on is null then leave_by - 14 end
  from visa_case c join programme_version v
    on v.programme_code = c.programme_code and v.version = c.programme_version
  where c.id = visa.case_id;
  alter table visa
    alter column programme_code set not null,
    add constraint visa_stay_zone check ((admitted_on is null) = (stay_zone is null));
`;

const INDEXES = `
  create index visa_due on visa (programme_code, due_on, case_id) where due_on is not null;
  create index visa_remind on visa (remind_on, case_id) where remind_on is not null;
`;

const REQUESTS = `
  create table evidence_request (
    id uuid primary key,
    case_id uuid not null references visa_case (id),
    bond_id uuid not null references bond (id),
    programme_code text not null references programme (code),
    applicant_account_id uuid not null references account (id),
    payer_account_id uuid not null references account (id),
    silent_from date not null,
    zone text not null,
    answer_on date not null,
    requested_at timestamptz not null,
    answered_at timestamptz,
    ended_at timestamptz,
    outcome text check (outcome in ('departed', 'proved', 'referred')),
    constraint evidence_request_end check ((ended_at is null) = (outcome is null))
  );
  create unique index evidence_request_open on evidence_request (bond_id) where ended_at is null;
  create index evidence_request_of_case on evidence_request (case_id);
  create index evidence_request_due on evidence_request (programme_code, answer_on, id)
    where ended_at is null and answered_at is null;
`;

// Who has to answer says that there is an answer; whether it is enough is for officers.
const RIGHTS = `
  grant update (due_on, stay_zone, remind_on) on visa to worker;
  grant select, insert, update (answered_at, answer_on, ended_at, outcome)
    on evidence_request to worker;
  grant select, update (answered_at, answer_on, ended_at, outcome) on evidence_request to officer;
  grant select, update (answered_at) on evidence_request to portal;
  grant select on evidence_request to auditor;

  alter table evidence_request enable row level security;
  alter table evidence_request force row level security;
  create policy own on evidence_request to portal using ((select app.scope()) = 'applicant'
    and (select app.actor()) in (applicant_account_id, payer_account_id));
  create policy by_staff on evidence_request to officer using ((select app.scope() = 'staff'));
  create policy by_rules on evidence_request to worker
    using (current_setting('app.scope', true) = 'system');
  create policy auditor on evidence_request for select to auditor using (true);
  create policy portal_answers on evidence_request as restrictive for update to portal
    using (ended_at is null) with check (answered_at is not null and ended_at is null);
`;
