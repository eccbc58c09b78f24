// What two people send to a payer's account: the rescue on its way, its disbursement, the files for the
// operator's bank and what that answers.

const OPEN = `state in ('asked', 'given', 'proposed', 'approved', 'under_way', 'done')`;

export const RESCUES = `
  alter table rescue
    drop constraint rescue_state,
    add constraint rescue_state check (state in
      ('asked', 'given', 'proposed', 'approved', 'under_way', 'done', 'not_needed')),
    add column amount_minor bigint constraint rescue_amount check (amount_minor > 0),
    add column proposed_by uuid references account (id),
    add column decided_by uuid references account (id),
    add column disbursement_id uuid references disbursement (id),
    add column asked_because text constraint rescue_asked_because check
      (asked_because in ('another_holder', 'not_clear', 'payer_asked_us', 'bank_refused')),
    add constraint rescue_disbursement unique (disbursement_id),
    add constraint rescue_two_people check (decided_by <> proposed_by),
    drop constraint rescue_account_given,
    add constraint rescue_account_given check
      (state = 'not_needed' or (state = 'asked') = (account_id is null)),
    add constraint rescue_proposed check ((proposed_by is null) = (amount_minor is null)
      and (state in ('proposed', 'approved', 'under_way', 'done')) = (proposed_by is not null)
      and (state in ('approved', 'under_way', 'done')) = (decided_by is not null)
      and (state in ('under_way', 'done')) = (disbursement_id is not null));
  drop index rescue_one_open;
  create unique index rescue_one_open on rescue (refund_id) where ${OPEN};
  create index rescue_being_decided on rescue (state_since, id)
    where state in ('given', 'proposed', 'approved', 'under_way');
`;

export const FILES = `
  create table payment_file (
    id uuid primary key,
    currency char(3) not null,
    payments integer not null constraint payment_file_payments check (payments between 1 and 500),
    total_minor bigint not null constraint payment_file_total check (total_minor > 0),
    made_by uuid not null references account (id),
    made_at timestamptz not null,
    sealed bytea not null
  );
  create index payment_file_made on payment_file (made_at, id);
  create trigger append_only before update or delete or truncate on payment_file
    for each statement execute function app.refuse_change();

  create table bank_report (
    id uuid primary key,
    kind text not null constraint bank_report_kind check (kind in ('pain.002', 'camt.054')),
    sha256 bytea not null constraint bank_report_sha256 check (length(sha256) = 32),
    entries integer not null constraint bank_report_entries check (entries between 1 and 5000),
    sent_by uuid not null references account (id),
    sent_at timestamptz not null,
    constraint bank_report_of_content unique (sha256)
  );
  create index bank_report_sent on bank_report (sent_at, id);
  create trigger append_only before update or delete or truncate on bank_report
    for each statement execute function app.refuse_change();

  create table bank_report_entry (
    report_id uuid not null references bank_report (id),
    nr integer not null constraint bank_report_entry_nr check (nr > 0),
    says text not null constraint bank_report_entry_says
      check (says in ('accepted', 'rejected', 'booked', 'returned')),
    end_to_end_id text constraint bank_report_entry_end_to_end check (length(end_to_end_id) <= 35),
    amount_minor bigint,
    currency char(3),
    bank_reference text
      constraint bank_report_entry_reference check (length(bank_reference) <= 35),
    reason_code text constraint bank_report_entry_reason check (reason_code ~ '^[A-Z0-9]{1,4}$'),
    disbursement_id uuid references disbursement (id),
    outcome text constraint bank_report_entry_outcome check (outcome in ('applied', 'known',
      'unknown_payment', 'other_amount', 'amount_missing', 'contradicts')),
    primary key (report_id, nr),
    constraint bank_report_entry_amount check ((amount_minor is null) = (currency is null)),
    constraint bank_report_entry_applied
      check (outcome not in ('applied', 'known') or disbursement_id is not null)
  );
  create index bank_report_entry_open on bank_report_entry (report_id) where outcome is null;
  create index bank_report_entry_of on bank_report_entry (disbursement_id)
    where disbursement_id is not null;

  alter table disbursement
    add column bank_account_id uuid references rescue_account (id),
    add column payment_file_id uuid references payment_file (id),
    drop constraint disbursement_route_check,
    add constraint disbursement_route check (route in ('processor', 'bank')
      and (route = 'bank') = (bank_account_id is not null)
      and (route = 'bank' or payment_file_id is null)),
    drop constraint disbursement_result,
    add constraint disbursement_result check (case route
      when 'bank' then payment_file_id is not null or state in ('due', 'approved', 'canceled')
      else processor_refund_id is not null
        or state not in ('pending', 'requires_action', 'succeeded', 'failed_after_success') end);
  create index disbursement_payment_file on disbursement (payment_file_id)
    where payment_file_id is not null;
  create index disbursement_for_bank on disbursement (currency, id)
    where route = 'bank' and state = 'approved';
`;

const GRANTS = `
  grant update (account_id, state, state_since, version, amount_minor, proposed_by, decided_by,
    asked_because, asked_at, remind_on) on rescue to officer;
  -- Of the portal: what was proposed is over once the payer names another account.
  grant update (amount_minor, proposed_by, decided_by) on rescue to portal;
  grant update (account_id, amount_minor, proposed_by, decided_by, disbursement_id, asked_because,
    asked_at) on rescue to worker;
  grant insert on rescue_history to officer;
  grant select on payment_file to officer;
  grant select (id, currency, payments, total_minor, made_by, made_at)
    on payment_file to worker, auditor;
  grant insert on payment_file, bank_report, bank_report_entry to officer;
  grant select on bank_report, bank_report_entry to officer, worker, auditor;
  grant update (outcome, disbursement_id) on bank_report_entry to worker;
  grant update (sending_since, payment_file_id) on disbursement to officer;
`;

const VISIBLE = ['payment_file', 'bank_report', 'bank_report_entry']
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
  drop policy payer_answers on rescue;
  create policy payer_answers on rescue as restrictive for update to portal
    using (state in ('asked', 'given', 'proposed')) with check (state in ('asked', 'given'));
  drop policy payer_gives on rescue_account;
  create policy payer_gives on rescue_account as restrictive for insert to portal
    with check (exists (select from rescue r where r.id = rescue_id
      and r.payer_account_id = rescue_account.payer_account_id
      and r.state in ('asked', 'given', 'proposed')));
  create policy officer_decides on rescue as restrictive for update to officer
    using (state in ('given', 'proposed'))
    with check (state in ('asked', 'given', 'proposed', 'approved'));
  create policy officer_decides on rescue_history as restrictive for insert to officer
    with check (event in ('proposed', 'approved', 'declined', 'asked_again')
      and actor_id = (select app.actor()));

  create policy officer_makes on payment_file as restrictive for insert to officer
    with check (made_by = (select app.actor()));
  create policy officer_sends on bank_report as restrictive for insert to officer
    with check (sent_by = (select app.actor()));
  create policy officer_sends on bank_report_entry as restrictive for insert to officer
    with check (outcome is null and disbursement_id is null and exists (select from bank_report b
      where b.id = report_id and b.sent_by = (select app.actor())));
  create trigger check_role before insert on payment_file
    for each row execute function app.check_role('treasury');
  create trigger check_role before insert on bank_report
    for each row execute function app.check_role('treasury');

  -- What is due is approved as before; what two people send by bank is put into one's own file.
  drop policy officer_approves on disbursement;
  create policy officer_approves on disbursement as restrictive for update to officer
    using (state = 'due' or route = 'bank' and state = 'approved')
    with check (route = 'processor' and state in ('due', 'approved')
        and approved_by = (select app.actor())
      or route = 'bank' and state = 'sending' and exists (select from payment_file f
        where f.id = payment_file_id and f.made_by = (select app.actor())));
  drop policy officer_approves on disbursement_history;
  create policy officer_approves on disbursement_history as restrictive for insert to officer
    with check (event in ('approved', 'put_in_file') and actor_id = (select app.actor()));
`;

// Each of the two in their own name, not before the account's 48 hours are over; and nobody but its
// payer names an account.
const GUARD = `
  create function app.guard_rescue() returns trigger language plpgsql as $$
  begin
    if new.account_id is distinct from old.account_id and new.account_id is not null
       and app.process() in ('officer', 'worker') then
      raise exception 'rescue %: its payer says where to', old.id using errcode = '42501';
    end if;
    if new.proposed_by is distinct from old.proposed_by and new.proposed_by is not null
       and not (old.state = 'given' and new.state = 'proposed' and new.proposed_by = app.actor())
       or new.decided_by is distinct from old.decided_by and new.decided_by is not null
       and not (old.state = 'proposed' and new.state = 'approved'
         and new.decided_by = app.actor() and new.proposed_by = old.proposed_by
         and new.amount_minor = old.amount_minor) then
      raise exception 'rescue %: one proposes and another decides, each in their own name', old.id
        using errcode = 'VB005';
    end if;
    if new.state in ('proposed', 'approved') and not exists (select from rescue_account a
        where a.id = new.account_id and a.usable_from <= app.legal_now()) then
      raise exception 'rescue %: the account is too new', old.id using errcode = '42501';
    end if;
    if app.process() = 'worker' and new.state is distinct from old.state
       and not (old.state = 'approved' and new.state in ('under_way', 'given')
         or old.state = 'under_way' and new.state in ('given', 'asked', 'done')
         or old.state = 'done' and new.state = 'asked'
         or new.state = 'not_needed') then
      raise exception 'rescue %: a rule decides nothing here', old.id using errcode = '42501';
    end if;
    return new;
  end $$;
  revoke execute on function app.guard_rescue() from public;
  create trigger guard_rescue before update on rescue
    for each row execute function app.guard_rescue();
`;

export const TRANSFER_RIGHTS = GRANTS + VISIBLE + NARROW + GUARD;
