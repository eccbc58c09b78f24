// Who reads and writes freezes, and what no process can do while one is in force.

const GRANTS = `
  grant select on case_freeze, case_freeze_history to officer, worker, auditor;
  grant insert, update (state, state_since, version, lift_reason, proposed_by, approved_by)
    on case_freeze to officer;
  grant update (state, state_since, version) on case_freeze to worker;
  grant insert on case_freeze_history to officer, worker;
`;

const VISIBLE = ['case_freeze', 'case_freeze_history']
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
  create policy officer_places on case_freeze as restrictive for insert to officer
    with check (state = 'in_force' and placed_by = (select app.actor()));
  create policy officer_answers on case_freeze as restrictive for update to officer
    using (state in ('in_force', 'lift_proposed'))
    with check (state in ('in_force', 'lift_proposed')
      or state = 'lift_approved' and approved_by = (select app.actor()));
  create policy officer_answers on case_freeze_history as restrictive for insert to officer
    with check (event in ('proposed', 'declined', 'approved') and actor_id = (select app.actor()));
`;

// Each in their own name; the worker lifts what two people agreed on, and nothing else.
const GUARD = `
  create function app.guard_case_freeze() returns trigger language plpgsql as $$
  begin
    if app.process() = 'worker' and not (old.state = 'lift_approved' and new.state = 'lifted') then
      raise exception 'freeze %: a rule lifts nothing', old.id using errcode = '42501';
    end if;
    if new.proposed_by is distinct from old.proposed_by
       and not (old.state = 'in_force' and old.proposed_by is null and new.proposed_by = app.actor()
         or new.state = 'in_force' and new.proposed_by is null)
       or new.approved_by is distinct from old.approved_by
       and not (old.state = 'lift_proposed' and old.approved_by is null
         and new.approved_by = app.actor()) then
      raise exception 'freeze %: one proposes and approves in one''s own name', old.id
        using errcode = 'VB005';
    end if;
    return new;
  end $$;
  revoke execute on function app.guard_case_freeze() from public;
  create trigger guard_case_freeze before update on case_freeze
    for each row execute function app.guard_case_freeze();
  create trigger check_role before insert or update on case_freeze
    for each row execute function app.check_role('officer', 'head_of_section');
  create trigger check_role_approves before update on case_freeze
    for each row when (new.state = 'lift_approved')
    execute function app.check_role('head_of_section');
`;

const IN_FORCE = `f.state in ('in_force', 'lift_proposed', 'lift_approved')`;

// The worker's login as well: while a freeze is in force, no money begins to leave.
const STOPPED = `
  create policy no_visa_while_frozen on visa as restrictive for insert to officer
    with check (not exists (select from case_freeze f
      where f.case_id = visa.case_id and ${IN_FORCE}));
  create policy no_disbursement_while_frozen on disbursement as restrictive for update to officer
    using (true) with check (not exists (select from refund r join case_freeze f
      on f.case_id = r.case_id where r.id = disbursement.refund_id and ${IN_FORCE}));

  create function app.refuse_sending_frozen() returns trigger language plpgsql as $$
  begin
    if exists (select from public.refund r join public.case_freeze f on f.case_id = r.case_id
        where r.id = new.refund_id and ${IN_FORCE}) then
      raise exception 'disbursement %: its case is frozen', new.id using errcode = 'VB012';
    end if;
    return new;
  end $$;
  revoke execute on function app.refuse_sending_frozen() from public;
  create trigger refuse_sending_frozen before update of state on disbursement
    for each row when (old.state = 'approved' and new.state = 'sending')
    execute function app.refuse_sending_frozen();
`;

export const RIGHTS = GRANTS + VISIBLE + OFFICER + GUARD + STOPPED;
