// Who reads and writes imports. Portal and api have no part in them.

const GRANTS = `
  grant select on movement_import, movement_import_history, movement_import_problem,
    movement_import_match to officer, worker, auditor;
  grant select on movement_import_part to officer, worker;
  grant select (import_id, content, part) on movement_import_part to auditor;

  grant insert on movement_import, movement_import_part to officer;
  grant insert on movement_import_history to officer, worker;
  grant update (state, state_since, version, decided_by) on movement_import to officer;
  grant update (state, state_since, version, lines_checked, bytes_checked, accepted, duplicates,
    refused, matched, lines_loaded, bytes_loaded, loaded) on movement_import to worker;
  grant insert on movement_import_problem, movement_import_match to worker;
  grant update (outcome, why, reference) on movement_import_match to worker;
  grant insert on movement to worker;
`;

const TABLES = ['', '_history', '_part', '_problem', '_match'];
const SEEN = TABLES.map((part) => `movement_import${part}`)
  .map(
    (table) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy by_staff on ${table} to officer using ((select app.scope() = 'staff'));
  create policy by_rules on ${table} to worker
    using (current_setting('app.scope', true) = 'system');
  create policy auditor on ${table} for select to auditor using (true);`,
  )
  .join('');

// Restrictive: they narrow what is granted.
const NARROWED = `
  create policy officer_sends on movement_import as restrictive for insert to officer
    with check (sent_by = (select app.actor()) and state = 'checking' and decided_by is null
      and version = 1 and lines_checked = 0 and accepted = 0 and lines_loaded = 0 and loaded = 0);
  create policy officer_sends on movement_import_part as restrictive for insert to officer
    with check (exists (select from movement_import i where i.id = import_id
      and i.sent_by = (select app.actor()) and i.state = 'checking' and i.lines_checked = 0));
  create policy officer_decides on movement_import_history as restrictive for insert to officer
    with check (event in ('confirmed', 'declined') and actor_id = (select app.actor()));
  create policy worker_brings_in on movement as restrictive for insert to worker
    with check (source <> 'border' and state in ('matched', 'unmatched'));
  alter policy movement_comes_in on movement
    with check (state = 'received' and person_id is null and version = 1 and source = 'border');
`;

export const IMPORT_RIGHTS = GRANTS + SEEN + NARROWED;
