// The treasury brings what the bank says; the worker holds it against the books.

const GRANTS = `
  grant select on bank_statement, bank_entry, bank_match, bank_open, bank_reading
    to officer, worker, auditor;
  grant insert on bank_statement, bank_entry to officer;
  grant update (taken_at) on bank_statement to worker;
  grant insert on bank_match to worker;
  grant insert, delete, update (difference_id) on bank_open to worker;
  grant insert, update (transfers_until, before_minor, compared_at) on bank_reading to worker;
`;

const VISIBLE = ['bank_statement', 'bank_entry']
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
const NARROW = `
  create policy officer_sends on bank_statement as restrictive for insert to officer
    with check (sent_by = (select app.actor()) and taken_at is null);
  create policy officer_sends on bank_entry as restrictive for insert to officer
    with check (exists (select from bank_statement s where s.id = statement_id
      and s.sent_by = (select app.actor()) and s.account = bank_entry.account
      and s.currency = bank_entry.currency and s.taken_at is null
      and bank_entry.nr <= s.entries));
  create policy worker_takes on bank_statement as restrictive for update to worker
    using (taken_at is null) with check (taken_at is not null);
  create trigger check_role before insert on bank_statement
    for each row execute function app.check_role('treasury');
`;

export const BANKING_RIGHTS = GRANTS + VISIBLE + NARROW;
