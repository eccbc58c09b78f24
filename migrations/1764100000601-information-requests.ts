import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an officer asks of an applicant before deciding, its answer and its files; and a rule of
 * programmes, how long there is to answer. Versions that stand get it with the value that is shipped:
 * without it nothing could be asked under them. The trigger that keeps versions from changing is off
 * for this one statement.
 * Locks: programme_version, exclusively and briefly; visa_case, account and upload for foreign keys.
 * Back out: forward only, since a case may wait for what is asked.
 */
export class InformationRequests1764100000601 implements MigrationInterface {
  name = 'InformationRequests1764100000601';

  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLES);
    await q.query(RIGHTS);
    await q.query('alter table programme_version disable trigger keep_version');
    await q.query(ADD, [JSON.stringify({ informationDays: 30 }), JSON.stringify(BASIS)]);
    await q.query('alter table programme_version enable trigger keep_version');
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const BASIS = {
  informationDays: {
    tag: 'D',
    source: 'No figure is published; as long as there is to post a bond',
  },
};

// What a version says already wins.
const ADD = `
  update programme_version
  set rules = $1::jsonb || rules
    || jsonb_build_object('basis', $2::jsonb || coalesce(rules->'basis', '{}'))`;

const TABLES = `
  create table information_request (
    id uuid primary key,
    case_id uuid not null references visa_case (id),
    applicant_account_id uuid not null references account (id),
    reason text not null constraint information_request_reason check (reason in
      ('document_missing', 'document_unreadable', 'purpose_unclear', 'means_unclear',
        'answers_contradict', 'another_reason')),
    text_sealed bytea not null
      constraint information_request_text_size check (octet_length(text_sealed) <= 20000),
    asked_by uuid not null references account (id),
    asked_at timestamptz not null,
    answer_by timestamptz not null,
    due_at timestamptz not null,
    ended_at timestamptz,
    outcome text constraint information_request_outcome
      check (outcome in ('answered', 'not_answered', 'withdrawn')),
    answer_sealed bytea
      constraint information_request_answer_size check (octet_length(answer_sealed) <= 40000),
    constraint information_request_clock check (asked_at < due_at and due_at <= answer_by),
    constraint information_request_ended check ((ended_at is null) = (outcome is null)
      and (answer_sealed is not null) = (outcome is not distinct from 'answered'))
  );
  create unique index information_request_open on information_request (case_id)
    where ended_at is null;
  create index information_request_of_case on information_request (case_id, asked_at);
  create index information_request_due on information_request (due_at, id)
    where ended_at is null;

  create table information_request_upload (
    request_id uuid not null references information_request (id),
    upload_id uuid not null references upload (id),
    primary key (request_id, upload_id)
  );
  create trigger append_only before update or delete or truncate on information_request_upload
    for each statement execute function app.refuse_change();
  create trigger check_role before insert on information_request
    for each row execute function app.check_role('officer', 'head_of_section');
`;

const OWN = {
  information_request: `(select app.scope()) = 'applicant'
    and applicant_account_id = (select app.actor())`,
  information_request_upload: 'exists (select from information_request r where r.id = request_id)',
} as const;

const VISIBLE = Object.entries(OWN)
  .map(
    ([table, own]) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy own on ${table} to migrator, portal
    using ((select app.scope() in ('staff', 'system')) or ${own});
  create policy by_staff on ${table} to officer using ((select app.scope() = 'staff'));
  create policy by_rules on ${table} to worker
    using (current_setting('app.scope', true) = 'system');
  create policy auditor on ${table} for select to auditor using (true);`,
  )
  .join('\n');

// What was asked never changes: the officer's login only adds, the applicant's only ends, and the
// worker's reminds or says that nobody answered.
const RIGHTS = `
  grant select on information_request to portal, officer, worker;
  grant select (id, case_id, applicant_account_id, reason, asked_by, asked_at, answer_by, due_at,
    ended_at, outcome) on information_request to auditor;
  grant select on information_request_upload to portal, officer, worker, auditor;
  grant insert on information_request to officer;
  grant update (ended_at, outcome, answer_sealed) on information_request to portal;
  grant update (due_at, ended_at, outcome, answer_sealed) on information_request to worker;
  grant insert on information_request_upload to portal;
  ${VISIBLE}
  create policy officer_asks on information_request as restrictive for insert to officer
    with check (asked_by = (select app.actor()) and ended_at is null and exists (
      select from visa_case c where c.id = case_id and c.state = 'in_review'
        and c.assigned_to = (select app.actor())
        and c.applicant_account_id = information_request.applicant_account_id));
  create policy portal_answers on information_request as restrictive for update to portal
    using (ended_at is null) with check (outcome in ('answered', 'withdrawn'));
  create policy worker_goes_on on information_request as restrictive for update to worker
    using (ended_at is null)
    with check (outcome is null or outcome = 'not_answered' and answer_by < app.legal_now());
  create policy portal_adds on information_request_upload as restrictive for insert to portal
    with check (exists (select from information_request r join upload u on u.case_id = r.case_id
      where r.id = request_id and u.id = upload_id and r.ended_at is null
        and u.recorded_by is null));

  -- The applicant's answer gives the case back to its officer: one more move for the portal's login.
  alter policy portal_hands_in on visa_case
    with check (state in ('draft', 'submitted', 'withdrawn', 'in_review')
      and (state <> 'in_review' or exists (select from information_request r
        where r.case_id = visa_case.id and r.outcome = 'answered'))
      and (person_id is null or exists (select from person p where p.id = person_id))
      and (travel_document_id is null or
           exists (select from travel_document d where d.id = travel_document_id
             and d.person_id = visa_case.person_id)));
  alter policy portal_hands_in on visa_case_history
    with check (event in ('submitted', 'withdrawn', 'information_given'));
`;
