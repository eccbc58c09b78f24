import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from './history.ts';

/**
 * Visa cases, what was declared in them, and visas. Applicants' data: row-level security is forced.
 * Locks: programme_version, consulate, account, contact_point, person and travel_document briefly,
 * for the foreign keys. Back out: drop these tables before any case exists.
 */
export class CreateApplication1764000000006 implements MigrationInterface {
  name = 'CreateApplication1764000000006';

  async up(q: QueryRunner): Promise<void> {
    await q.query(CASES);
    await q.query(QUEUES);
    await q.query(SUBMISSIONS);
    await q.query(VISAS);
    await q.query(RIGHTS);
    await q.query(POLICIES);
    await q.query(PORTAL);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const CASES = `
  create table visa_case (
    id uuid primary key,
    reference text not null
      constraint visa_case_reference_form check (reference ~ '^VB-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
    programme_code text not null,
    programme_version integer not null,
    consulate_id uuid not null,
    applicant_account_id uuid not null,
    person_id uuid,
    travel_document_id uuid,
    contact_point_id uuid not null,
    language text not null constraint visa_case_language check (language in ('en', 'fr')),
    state text not null,
    state_since timestamptz not null,
    version integer not null default 1,
    answers_sealed bytea
      constraint visa_case_answers_size check (octet_length(answers_sealed) <= 400000),
    submitted_at timestamptz,
    assigned_to uuid,
    assigned_at timestamptz,
    opened_at timestamptz not null,
    constraint visa_case_reference unique (reference),
    constraint visa_case_state check (state in (
      'draft', 'submitted', 'in_review', 'information_requested', 'refused', 'bond_required',
      'approved_without_bond', 'bond_posted', 'bond_lapsed', 'refused_after_posting',
      'visa_issued', 'travelling', 'closed', 'withdrawn')),
    -- From submission on a case has a traveller; a draft has none, whatever became of it.
    constraint visa_case_traveller check (
      (submitted_at is null) = (person_id is null) and
      (submitted_at is null) = (travel_document_id is null) and
      (submitted_at is not null or state in ('draft', 'withdrawn'))),
    constraint visa_case_draft_answers check (
      answers_sealed is null or (state = 'draft' and submitted_at is null)),
    constraint visa_case_assigned check ((assigned_to is null) = (assigned_at is null)),
    constraint visa_case_programme_version foreign key (programme_code, programme_version)
      references programme_version (programme_code, version),
    constraint visa_case_consulate foreign key (consulate_id) references consulate (id),
    constraint visa_case_applicant_account foreign key (applicant_account_id)
      references account (id),
    constraint visa_case_person foreign key (person_id) references person (id),
    constraint visa_case_travel_document foreign key (travel_document_id)
      references travel_document (id),
    constraint visa_case_contact_point foreign key (contact_point_id)
      references contact_point (id),
    constraint visa_case_assigned_to foreign key (assigned_to) references account (id)
  );
  ${historyTable('visa_case')}
`;

// One partial index per queue of queue.queries.ts, with its predicate word for word, in the order
// of its pages. The last is the rule that one person has one live case per programme.
const QUEUES = `
  create index visa_case_queue_new on visa_case (consulate_id, submitted_at, id)
    where assigned_to is null and state in ('submitted', 'in_review');
  create index visa_case_queue_mine on visa_case (assigned_to, submitted_at, id)
    where state in ('in_review', 'information_requested', 'bond_required', 'bond_lapsed',
                    'approved_without_bond', 'bond_posted');
  create index visa_case_queue_bond on visa_case (consulate_id, submitted_at, id)
    where state in ('bond_required', 'bond_lapsed');
  create index visa_case_queue_visa on visa_case (consulate_id, submitted_at, id)
    where state in ('approved_without_bond', 'bond_posted');
  create index visa_case_queue_travelling on visa_case (consulate_id, submitted_at, id)
    where state in ('visa_issued', 'travelling');
  create index visa_case_queue_all on visa_case (consulate_id, submitted_at, id)
    where submitted_at is not null;

  create index visa_case_applicant on visa_case (applicant_account_id, opened_at);
  create index visa_case_by_person on visa_case (person_id) where person_id is not null;
  create unique index visa_case_live on visa_case (person_id, programme_code)
    where state in ('submitted', 'in_review', 'information_requested', 'bond_required',
                    'bond_lapsed', 'approved_without_bond', 'bond_posted', 'visa_issued',
                    'travelling');
`;

const SUBMISSIONS = `
  create table case_submission (
    case_id uuid primary key,
    applicant_account_id uuid not null,
    subject_id uuid not null,
    form_version text not null
      constraint case_submission_form_version check (length(form_version) between 1 and 40),
    answers_sealed bytea not null
      constraint case_submission_answers_size check (octet_length(answers_sealed) <= 400000),
    submitted_at timestamptz not null,
    constraint case_submission_case foreign key (case_id) references visa_case (id),
    constraint case_submission_subject foreign key (subject_id) references person (id)
  );
  create trigger append_only before update or delete or truncate on case_submission
    for each statement execute function app.refuse_change();
`;

const VISAS = `
  create table visa (
    id uuid primary key,
    case_id uuid not null,
    applicant_account_id uuid not null,
    number text not null
      constraint visa_number_form check (number ~ '^V-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
    valid_from date not null,
    valid_until date not null,
    stay_days integer not null constraint visa_stay_days check (stay_days > 0),
    issued_at timestamptz not null,
    issued_by uuid not null,
    admitted_on date,
    leave_by date,
    departed_on date,
    constraint visa_case_id unique (case_id),
    constraint visa_number unique (number),
    constraint visa_dates check (valid_until >= valid_from),
    constraint visa_stay check ((admitted_on is null) = (leave_by is null)),
    constraint visa_departure check (
      departed_on is null or (admitted_on is not null and departed_on >= admitted_on)),
    constraint visa_of_case foreign key (case_id) references visa_case (id),
    constraint visa_issued_by foreign key (issued_by) references account (id)
  );
`;

// A draft's answers are for the portal alone: no other login can read even their sealed form.
const CASE_COLUMNS = `id, reference, programme_code, programme_version, consulate_id,
  applicant_account_id, person_id, travel_document_id, contact_point_id, language, state,
  state_since, version, submitted_at, assigned_to, assigned_at, opened_at`;

const RIGHTS = `
  grant select, insert, update (state, state_since, version, answers_sealed, person_id,
                                travel_document_id, submitted_at)
    on visa_case to portal;
  grant select (${CASE_COLUMNS}) on visa_case to officer, worker, auditor;
  grant update (state, state_since, version, assigned_to, assigned_at) on visa_case to officer;
  grant update (state, state_since, version) on visa_case to worker;
  grant select, insert on visa_case_history to portal, officer, worker;
  grant select on visa_case_history to auditor;

  grant select, insert on case_submission to portal;
  grant select on case_submission to officer;

  grant select on visa to portal, auditor;
  grant select, insert on visa to officer;
  grant select, update (admitted_on, leave_by, departed_on) on visa to worker;
`;

// What staff may see hangs on the context alone. Asked in a sub-select, once per statement, that
// answers yes or no: for a comparison the planner expects one row in a hundred to pass, and then
// rather sorts the whole table than walk a queue's index.
const STAFF = `(select app.scope() in ('staff', 'system'))`;
const OWN = `(select app.scope()) = 'applicant' and applicant_account_id = (select app.actor())`;
const OF_VISIBLE_CASE = `exists (select from visa_case c where c.id = owner_id)`;

const forced = (table: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
`;
const ownAndStaff = (table: string) => `
  ${forced(table)}
  create policy ${table}_own on ${table} to portal using (${OWN}) with check (${OWN});
  create policy ${table}_staff on ${table} to officer, worker
    using (${STAFF}) with check (${STAFF});
`;

// What an applicant may do to a case of his own ends with handing it in: no statement of the portal
// moves a case further, names an officer, or names somebody else's person or passport (a foreign key
// looks past row-level security).
const PORTAL = `
  create policy portal_opens on visa_case as restrictive for insert to portal
    with check (state = 'draft' and submitted_at is null and assigned_to is null);
  create policy portal_hands_in on visa_case as restrictive for update to portal
    using (true)
    with check (state in ('draft', 'submitted', 'withdrawn')
      and (person_id is null or exists (select from person p where p.id = person_id))
      and (travel_document_id is null or
           exists (select from travel_document d where d.id = travel_document_id
             and d.person_id = visa_case.person_id)));
  create policy portal_hands_in on visa_case_history as restrictive for insert to portal
    with check (event in ('submitted', 'withdrawn'));
  create policy portal_hands_in on case_submission as restrictive for insert to portal
    with check (exists (select from visa_case c where c.id = case_id
      and c.person_id = case_submission.subject_id));
`;

// The auditor's login reads all of what it is granted and has no context of its own. The owner has
// no policy: a migration that must touch rows brings its own for as long as it runs.
const POLICIES = `
  ${ownAndStaff('visa_case')}
  ${ownAndStaff('case_submission')}
  ${ownAndStaff('visa')}
  ${forced('visa_case_history')}
  create policy visa_case_history_of_visible on visa_case_history to portal, officer, worker, auditor
    using (${OF_VISIBLE_CASE})
    with check (${OF_VISIBLE_CASE} and actor_id is not distinct from app.actor());
  create policy visa_case_auditor on visa_case for select to auditor using (true);
  create policy visa_auditor on visa for select to auditor using (true);
`;
