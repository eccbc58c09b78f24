// Who reads and writes what is reported of stays, and whose it is.

export const STAY_RIGHTS = `
  grant select on stay_fact, stay_fact_history, stay_fact_upload
    to portal, officer, worker, auditor;
  grant insert on stay_fact, stay_fact_upload to portal, officer;
  grant insert on stay_fact_history to portal, officer, worker;
  grant update (reported_day, reason_code, recorded_by, state, state_since, version, sent_at)
    on stay_fact to portal;
  grant update (reported_day, reason_code, recorded_by, state, state_since, version, sent_at,
    proposal, accepted_day, refusal_reason, proposed_by, decided_by, decision_id)
    on stay_fact to officer;
  grant update (state, state_since, version, proposal, accepted_day, refusal_reason, proposed_by,
    decided_by, decision_id) on stay_fact to worker;
  grant insert on upload, upload_part to officer;
`;

const OWN = {
  // That somebody has died or applied to stay is officers' to know.
  stay_fact: `(select app.scope()) = 'applicant' and kind = 'extension'
    and applicant_account_id = (select app.actor())`,
  stay_fact_history: 'exists (select from stay_fact f where f.id = owner_id)',
  stay_fact_upload: 'exists (select from stay_fact f where f.id = stay_fact_id)',
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

const OF_ITS_CASE = `exists (select from visa_case c where c.id = case_id
    and (c.reference, c.applicant_account_id, c.consulate_id, c.contact_point_id)
      = (stay_fact.reference, stay_fact.applicant_account_id, stay_fact.consulate_id,
        stay_fact.contact_point_id))
  and bond_id is not distinct from (select b.id from bond b where b.case_id = stay_fact.case_id)`;

// Restrictive: they narrow what is granted, whatever the code of a process does.
const NARROW = `
  create policy portal_begins on stay_fact as restrictive for insert to portal
    with check (state = 'draft' and kind = 'extension' and recorded_by is null and ${OF_ITS_CASE});
  create policy portal_sends on stay_fact as restrictive for update to portal
    using (state = 'draft' and recorded_by is null)
    with check (state in ('draft', 'sent') and recorded_by is null);
  create policy portal_sends on stay_fact_history as restrictive for insert to portal
    with check (event = 'sent' and actor_id = (select app.actor()));
  create policy portal_adds on stay_fact_upload as restrictive for insert to portal
    with check (exists (select from stay_fact f join upload u on u.case_id = f.case_id
      where f.id = stay_fact_id and u.id = upload_id and f.state = 'draft'
        and f.recorded_by is null));

  create policy officer_begins on stay_fact as restrictive for insert to officer
    with check (state = 'draft' and recorded_by = (select app.actor()) and ${OF_ITS_CASE});
  create policy officer_decides on stay_fact as restrictive for update to officer
    using (state in ('sent', 'proposed') or state = 'draft' and recorded_by is not null)
    with check (state in ('draft', 'sent', 'proposed', 'accepted', 'refused'));
  create policy officer_decides on stay_fact_history as restrictive for insert to officer
    with check (event in ('sent', 'proposed', 'sent_back', 'accepted', 'refused')
      and actor_id = (select app.actor()));
  create policy officer_adds on stay_fact_upload as restrictive for insert to officer
    with check (exists (select from stay_fact f join upload u on u.case_id = f.case_id
      where f.id = stay_fact_id and u.id = upload_id and f.state = 'draft'
        and f.recorded_by = (select app.actor()) and u.recorded_by = f.recorded_by));

  create policy portal_own_files on upload as restrictive for select to portal
    using (recorded_by is null);
  create policy portal_sends_own on upload as restrictive for insert to portal
    with check (recorded_by is null);
  create policy officer_sends on upload as restrictive for insert to officer
    with check (recorded_by = (select app.actor()) and exists (select from visa_case c
      where c.id = case_id and c.applicant_account_id = upload.account_id
        and c.person_id = upload.person_id));
  create policy officer_sends on upload_part as restrictive for insert to officer
    with check (exists (select from upload u where u.id = upload_id
      and u.recorded_by = (select app.actor())));
`;

export const STAY_POLICIES = VISIBLE + NARROW;
