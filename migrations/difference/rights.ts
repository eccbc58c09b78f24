// Who reads and writes differences.

const GRANTS = `
  grant select on money_difference, money_difference_history, comparison_progress
    to officer, worker, auditor;
  grant update (state, state_since, version, taken_by, proposed_by, confirmed_by)
    on money_difference to officer;
  grant insert, update (state, state_since, version, checked_at) on money_difference to worker;
  grant insert on money_difference_history to officer, worker;
  grant insert, update (movements_until, transfers_until, compared_at)
    on comparison_progress to worker;
`;

const VISIBLE = ['money_difference', 'money_difference_history']
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
  create policy worker_finds on money_difference as restrictive for insert to worker
    with check (state = 'open' and taken_by is null and proposed_by is null
      and confirmed_by is null);
  create policy officer_acts on money_difference as restrictive for update to officer
    using (state in ('open', 'proposed'))
    with check (state in ('open', 'asked', 'proposed', 'confirmed'));
  create policy officer_acts on money_difference_history as restrictive for insert to officer
    with check (event in ('asked', 'proposed', 'declined', 'confirmed')
      and actor_id = (select app.actor()));
`;

// A rule confirms nothing; people speak in their own names.
const GUARD = `
  create function app.guard_money_difference() returns trigger language plpgsql as $$
  begin
    if app.process() = 'worker' and new.state is distinct from old.state
       and not (new.state = 'closed' or old.state = 'asked' and new.state = 'open') then
      raise exception 'difference %: a rule decides nothing here', old.id using errcode = '42501';
    end if;
    if new.taken_by is distinct from old.taken_by and new.taken_by <> app.actor()
       or new.proposed_by is distinct from old.proposed_by and new.proposed_by <> app.actor()
       or new.confirmed_by is distinct from old.confirmed_by
         and (new.confirmed_by is distinct from app.actor() or old.state <> 'proposed'
           or new.proposed_by is distinct from old.proposed_by) then
      raise exception 'difference %: one speaks in one''s own name', old.id using errcode = 'VB005';
    end if;
    return new;
  end $$;
  revoke execute on function app.guard_money_difference() from public;
  create trigger guard_money_difference before update on money_difference
    for each row execute function app.guard_money_difference();
  create trigger check_role before insert or update on money_difference
    for each row execute function app.check_role('treasury');
`;

export const RIGHTS = GRANTS + VISIBLE + NARROW + GUARD;
