// Who reads and writes breach files, and whose they are.

const GRANTS = `
  grant select on breach_file, breach_ground, breach_question, breach_reply, breach_ruling,
    breach_finding, breach_factor, breach_appeal to portal, officer, worker;
  grant select on breach_ruling_history to officer, worker, auditor;
  grant select on breach_file to auditor;
  grant select (id, file_id, code) on breach_ground to auditor;
  grant select (id, file_id, asked_by, asked_at, answered_by, answered_at) on breach_question
    to auditor;
  grant select (id, ground_id, account_id, sent_at) on breach_reply to auditor;
  grant select (id, file_id, kind, outcome, refund_minor, forfeit_minor, currency, by_post,
    decision_id, forfeit_seq, state, state_since, version, proposed_by, proposed_at, decided_by,
    decline_reason) on breach_ruling to auditor;
  grant select (ruling_id, ground_id, is_established) on breach_finding to auditor;
  grant select (ruling_id, factor, weighs) on breach_factor to auditor;
  grant select (file_id, account_id, lodged_at) on breach_appeal to auditor;

  grant insert on breach_question, breach_reply, breach_appeal to portal;

  grant update (notice_by, noticed_at, reply_by) on breach_file to officer;
  grant insert, update (facts_sealed) on breach_ground to officer;
  grant update (answered_by, answered_at, answer_sealed) on breach_question to officer;
  grant insert on breach_ruling, breach_finding, breach_factor, breach_ruling_history to officer;
  grant update (state, state_since, version, decided_by, decline_reason) on breach_ruling
    to officer;

  grant insert, update (served_at, by_post, appeal_by) on breach_file to worker;
  grant insert on breach_ground, breach_ruling_history to worker;
  grant update (state, state_since, version, forfeit_seq) on breach_ruling to worker;
`;

// A login that can be one thing is asked for that: the worker is a rule, the officers' site is staff.
const EVERYBODY = `(select app.scope() in ('staff', 'system'))`;
const byLogin = (table: string, portal: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy own on ${table} to migrator, portal using (${EVERYBODY} or ${portal});
  create policy by_staff on ${table} to officer using ((select app.scope() = 'staff'));
  create policy by_rules on ${table} to worker
    using (current_setting('app.scope', true) = 'system');
  create policy auditor on ${table} for select to auditor using (true);
`;
const belongsTo = (other: string, key: string) =>
  `exists (select from breach_${other} o where o.id = ${key})`;

// What is only proposed is no news to anybody outside.
const VISIBLE = `
  ${byLogin(
    'breach_file',
    `(select app.scope()) = 'applicant'
      and (select app.actor()) in (applicant_account_id, payer_account_id)`,
  )}
  ${byLogin('breach_ground', belongsTo('file', 'file_id'))}
  ${byLogin('breach_question', belongsTo('file', 'file_id'))}
  ${byLogin('breach_ruling', belongsTo('file', 'file_id'))}
  ${byLogin('breach_appeal', belongsTo('file', 'file_id'))}
  ${byLogin('breach_reply', belongsTo('ground', 'ground_id'))}
  ${byLogin('breach_finding', belongsTo('ruling', 'ruling_id'))}
  ${byLogin('breach_factor', belongsTo('ruling', 'ruling_id'))}
  ${byLogin('breach_ruling_history', 'false')}
  create policy portal_sees_what_was_served on breach_ruling as restrictive for select to portal
    using (state = 'carried_out');
`;

// Restrictive: they narrow what is granted, whatever the code of a process does. Each writes in his
// own name and in time; whether it is early or late is by the legal clock.
const PORTAL = `
  create policy portal_asks on breach_question as restrictive for insert to portal
    with check (asked_by = app.actor() and answered_at is null and exists (
      select from breach_file f join bond b on b.id = f.bond_id
      where f.id = file_id and b.state = 'notice_given' and f.reply_by >= app.legal_now()));
  create policy portal_replies on breach_reply as restrictive for insert to portal
    with check (account_id = app.actor() and exists (
      select from breach_ground g join breach_file f on f.id = g.file_id
      join bond b on b.id = f.bond_id
      where g.id = ground_id and g.facts_sealed is not null and b.state = 'notice_given'
        and (f.reply_by >= app.legal_now() or exists (select from breach_question q
          where q.file_id = f.id and q.answered_at is null))));
  create policy portal_appeals on breach_appeal as restrictive for insert to portal
    with check (account_id = app.actor() and exists (
      select from breach_file f join bond b on b.id = f.bond_id
      where f.id = file_id and f.payer_account_id = app.actor() and b.state = 'breach_declared'
        and f.appeal_by >= app.legal_now()));
`;

const OFFICER = `
  create policy officer_answers on breach_question as restrictive for update to officer
    using (answered_at is null) with check (answered_by = app.actor());
  create policy officer_proposes on breach_ruling as restrictive for insert to officer
    with check (state = 'proposed' and proposed_by = app.actor() and decided_by is null);
  create policy officer_decides on breach_ruling as restrictive for update to officer
    using (state = 'proposed')
    with check (state in ('proposed', 'approved', 'declined') and (decided_by is null or decided_by = app.actor()));
  create policy officer_decides on breach_ruling_history as restrictive for insert to officer
    with check (event in ('approved', 'declined') and actor_id = app.actor());
`;

export const RIGHTS = GRANTS + VISIBLE + PORTAL + OFFICER;
