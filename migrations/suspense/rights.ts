// Who reads and writes what is done with money in suspense.

const GRANTS = `
  grant select on suspense_proposal, suspense_proposal_history to officer, worker, auditor;
  grant insert, update (state, state_since, version, decided_by, decline_reason)
    on suspense_proposal to officer;
  grant update (state, state_since, version) on suspense_proposal to worker;
  grant insert on suspense_proposal_history to officer, worker;
  -- What counted for a bond after all, for whoever sees the bond.
  grant select (received_payment_id, kind, state, bond_id) on suspense_proposal to portal;
  grant select, insert, update (account_id, since) on suspense_holder to officer;
`;

const VISIBLE = ['suspense_proposal', 'suspense_proposal_history', 'suspense_holder']
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
  create policy own on suspense_proposal for select to portal using (
    kind = 'match' and state = 'done' and exists (select from bond b where b.id = bond_id));
  create policy officer_proposes on suspense_proposal as restrictive for insert to officer
    with check (state = 'proposed' and proposed_by = (select app.actor()));
  create policy officer_decides on suspense_proposal as restrictive for update to officer
    using (state = 'proposed') with check (state in ('proposed', 'approved', 'declined', 'done'));
  create policy officer_decides on suspense_proposal_history as restrictive for insert to officer
    with check (event in ('approved', 'sufficed', 'kept', 'declined')
      and actor_id = (select app.actor()));
  create policy officer_takes on suspense_holder as restrictive for insert to officer
    with check (account_id = (select app.actor()));
  create policy officer_releases on suspense_holder as restrictive for update to officer
    using (true) with check (account_id is null or account_id = (select app.actor()));
`;

export const RIGHTS = GRANTS + VISIBLE + OFFICER;
