// Who reads and writes disputes and answers.

const ALL_BUT_PACK = `id, dispute_id, kind, state, state_since, version, prepared_by, prepared_at,
  ordered_by, pack_sha256, payer_account_id, sending_since, submissions_before, processor_file_id,
  refusal_code`;

const GRANTS = `
  grant select on dispute, dispute_history to officer, worker, auditor;
  grant select (id, bond_id, case_id, state, state_since, amount_minor, currency, due_by, opened_at)
    on dispute to portal;
  grant insert, update (amount_minor, reason, network_reason, due_by, submissions, state,
    state_since, version) on dispute to worker;
  grant insert on dispute_history to worker;

  grant select on dispute_answer to officer, worker;
  grant select (${ALL_BUT_PACK}) on dispute_answer to auditor;
  grant insert on dispute_answer to officer;
  grant update (state, state_since, version, ordered_by) on dispute_answer to officer;
  grant update (state, state_since, version, sending_since, submissions_before, processor_file_id,
    refusal_code) on dispute_answer to worker;
  grant select on dispute_answer_history to officer, worker, auditor;
  grant insert on dispute_answer_history to officer, worker;
`;

const VISIBLE = ['dispute', 'dispute_history', 'dispute_answer', 'dispute_answer_history']
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
  create policy own on dispute for select to portal using ((select app.scope()) = 'applicant'
    and exists (select from visa_case c where c.id = case_id));
  create policy officer_prepares on dispute_answer as restrictive for insert to officer
    with check (state = 'prepared' and prepared_by = (select app.actor()) and ordered_by is null
      and exists (select from dispute d where d.id = dispute_id
        and d.state in ('question', 'to_answer') and d.due_by is not null));
  create policy officer_orders on dispute_answer as restrictive for update to officer
    using (state = 'prepared')
    with check (state in ('prepared', 'withdrawn')
      or state = 'ordered' and ordered_by = (select app.actor()));
  create policy officer_orders on dispute_answer_history as restrictive for insert to officer
    with check (event in ('withdrawn', 'ordered') and actor_id = (select app.actor()));
`;

// The worker sends what was ordered, and gives up what comes too late; it orders nothing.
const GUARD = `
  create function app.guard_dispute_answer() returns trigger language plpgsql as $$
  begin
    if app.process() = 'worker' and new.state is distinct from old.state
       and not (old.state in ('prepared', 'ordered') and new.state = 'overtaken'
         or old.state = 'ordered' and new.state = 'sending'
         or old.state = 'sending' and new.state in ('delivered', 'refused')) then
      raise exception 'answer %: a rule orders nothing', old.id using errcode = '42501';
    end if;
    if new.ordered_by is distinct from old.ordered_by
       and not (old.state = 'prepared' and old.ordered_by is null
         and new.ordered_by = app.actor()) then
      raise exception 'answer %: one orders in one''s own name', old.id using errcode = 'VB005';
    end if;
    return new;
  end $$;
  revoke execute on function app.guard_dispute_answer() from public;
  create trigger guard_dispute_answer before update on dispute_answer
    for each row execute function app.guard_dispute_answer();
  create trigger check_role before insert or update on dispute_answer
    for each row execute function app.check_role('treasury');
`;

export const RIGHTS = GRANTS + VISIBLE + NARROW + GUARD;
