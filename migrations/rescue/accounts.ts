// Bank accounts that payers give for refunds which cannot go back as they came: tables and rights.

export const ACCOUNTS = `
  create table rescue (
    id uuid primary key,
    refund_id uuid not null references refund (id),
    payer_account_id uuid not null references account (id),
    payer_contact_point_id uuid not null references contact_point (id),
    reference text not null,
    account_id uuid,
    state text not null default 'asked' constraint rescue_state
      check (state in ('asked', 'given', 'not_needed')),
    state_since timestamptz not null,
    version integer not null default 1,
    asked_by uuid not null references account (id),
    asked_at timestamptz not null,
    zone text not null constraint rescue_zone check (length(zone) between 1 and 64),
    remind_on date not null,
    constraint rescue_account_given check (case state when 'asked' then account_id is null
      when 'given' then account_id is not null else true end)
  );
  create unique index rescue_one_open on rescue (refund_id) where state in ('asked', 'given');
  create index rescue_to_remind on rescue (remind_on, id) where state = 'asked';

  create table rescue_account (
    id uuid primary key,
    rescue_id uuid not null references rescue (id),
    payer_account_id uuid not null references account (id),
    kind text not null constraint rescue_account_kind check (kind in ('iban', 'us')),
    sealed bytea not null,
    last_four char(4) not null
      constraint rescue_account_last_four check (last_four ~ '^[0-9A-Z]{4}$'),
    given_at timestamptz not null,
    usable_from timestamptz not null,
    constraint rescue_account_of_rescue unique (rescue_id, id),
    constraint rescue_account_cools_off check (usable_from >= given_at + interval '48 hours')
  );
  create trigger append_only before update or delete or truncate on rescue_account
    for each statement execute function app.refuse_change();
  -- The account of a rescue is one that was given for it.
  alter table rescue add constraint rescue_its_account
    foreign key (id, account_id) references rescue_account (rescue_id, id);
`;

// Nobody but the treasury's site reads what is sealed, and it writes none of it.
const GRANTS = `
  grant select on rescue to portal, officer, worker, auditor;
  grant select on rescue_history to portal, officer, worker, auditor;
  grant insert on rescue to officer;
  grant update (account_id, state, state_since, version) on rescue to portal;
  grant update (state, state_since, version, remind_on) on rescue to worker;
  grant insert on rescue_history to portal, worker;
  grant insert on rescue_account to portal;
  grant select (id, rescue_id, payer_account_id, kind, last_four, given_at, usable_from)
    on rescue_account to portal, worker, auditor;
  grant select on rescue_account to officer;
`;

const OWN = {
  rescue: 'payer_account_id = (select app.actor())',
  rescue_account: 'payer_account_id = (select app.actor())',
  rescue_history: 'exists (select from rescue r where r.id = owner_id)',
} as const;

const VISIBLE = Object.entries(OWN)
  .map(
    ([table, own]) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy own on ${table} to migrator, portal using (
    (select app.scope() in ('staff', 'system'))
    or (select app.scope() = 'applicant') and ${own});
  create policy by_staff on ${table} to officer using ((select app.scope() = 'staff'));
  create policy by_rules on ${table} to worker
    using (current_setting('app.scope', true) = 'system');
  create policy auditor on ${table} for select to auditor using (true);`,
  )
  .join('\n');

// Restrictive: they narrow what is granted, whatever the code of a process does. The treasury asks, in
// its own name, of whom the refund is; the payer alone says where to.
const NARROW = `
  create policy officer_asks on rescue as restrictive for insert to officer
    with check (state = 'asked' and account_id is null and asked_by = (select app.actor())
      and exists (select from refund f where f.id = refund_id and f.returned_on is null
        and (f.payer_account_id, f.payer_contact_point_id, f.reference)
          = (rescue.payer_account_id, rescue.payer_contact_point_id, rescue.reference)));
  create policy payer_answers on rescue as restrictive for update to portal
    using (state in ('asked', 'given')) with check (state in ('asked', 'given'));
  create policy payer_answers on rescue_history as restrictive for insert to portal
    with check (event in ('account_given', 'account_replaced', 'account_taken_back')
      and actor_id = (select app.actor()));
  create policy payer_gives on rescue_account as restrictive for insert to portal
    with check (exists (select from rescue r where r.id = rescue_id
      and r.payer_account_id = rescue_account.payer_account_id
      and r.state in ('asked', 'given')));
  create trigger check_role before insert or update on rescue
    for each row execute function app.check_role('treasury');
`;

export const ACCOUNT_RIGHTS = GRANTS + VISIBLE + NARROW;
