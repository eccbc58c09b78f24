// Who reads and writes what is done with records that were set aside. The officers' login still
// changes no record: it writes what was said, and the worker does it.

const GRANTS = `
  grant select on movement_proposal, movement_proposal_history to officer, worker, auditor;
  grant insert, update (state, state_since, version, decided_by, decline_reason)
    on movement_proposal to officer;
  grant update (state, state_since, version) on movement_proposal to worker;
  grant insert on movement_proposal_history to officer, worker;
  grant select, insert, update (account_id, since) on movement_holder to officer;
`;

const VISIBLE = ['movement_proposal', 'movement_proposal_history', 'movement_holder']
  .map(
    (table) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy by_staff on ${table} to officer using ((select app.scope() = 'staff'));
  create policy by_rules on ${table} to worker
    using (current_setting('app.scope', true) = 'system');
  create policy auditor on ${table} for select to auditor using (true);`,
  )
  .join('\n');

// Restrictive: they narrow what is granted, whatever the code of a process does.
const OFFICER = `
  create policy officer_proposes on movement_proposal as restrictive for insert to officer
    with check (state = 'proposed' and proposed_by = (select app.actor()));
  create policy officer_decides on movement_proposal as restrictive for update to officer
    using (state = 'proposed') with check (state in ('proposed', 'approved', 'declined'));
  create policy officer_decides on movement_proposal_history as restrictive for insert to officer
    with check (event in ('approved', 'sufficed', 'declined') and actor_id = (select app.actor()));
  create policy officer_takes on movement_holder as restrictive for insert to officer
    with check (account_id = (select app.actor()));
  create policy officer_releases on movement_holder as restrictive for update to officer
    using (true) with check (account_id is null or account_id = (select app.actor()));
`;

export const RIGHTS = GRANTS + VISIBLE + OFFICER;
