import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from './history.ts';

/**
 * Bonds: an officer's direction, the bond, the payer's undertaking and payments.
 * The portal can begin a payment and no more: that a bond is held, only the worker may write.
 * Locks: share row exclusive on visa_case for the foreign keys, for an instant; the rest is new.
 * Back out: drop these tables and the schema escrow before any bond exists.
 */
export class CreateBondEscrow1764000000008 implements MigrationInterface {
  name = 'CreateBondEscrow1764000000008';

  async up(q: QueryRunner): Promise<void> {
    await q.query(DIRECTION);
    await q.query(BOND);
    await q.query(UNDERTAKING);
    await q.query(PAYMENT);
    await q.query(VISIBLE);
    await q.query(PORTAL);
    await q.query(OFFICER);
    await q.query(GRANTS);
    await q.query(ORACLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const DIRECTION = `
  create table bond_direction (
    id uuid primary key,
    case_id uuid not null references visa_case (id),
    amount_minor bigint not null constraint bond_direction_amount check (amount_minor > 0),
    currency char(3) not null constraint bond_direction_currency check (currency ~ '^[A-Z]{3}$'),
    reason_code text not null constraint bond_direction_reason check (reason_code ~ '^[a-z_]{1,40}$'),
    needs_second_person boolean not null,
    state text not null
      constraint bond_direction_state check (state in ('proposed', 'approved', 'declined')),
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    decline_reason text
      constraint bond_direction_decline_reason check (decline_reason ~ '^[a-z_]{1,40}$'),
    -- R8: below the default another person decides, and a decline has a reason.
    constraint bond_direction_two_people check (decided_by <> proposed_by),
    constraint bond_direction_decided check (
      (state = 'proposed') = (decided_at is null)
      and (state <> 'proposed' or decided_by is null)
      and (state <> 'approved' or not needs_second_person or decided_by is not null)
      and (state <> 'declined' or decided_by is not null)
      and (state = 'declined') = (decline_reason is not null))
  );
  create unique index bond_direction_one_proposed on bond_direction (case_id)
    where state = 'proposed';
  create index bond_direction_case on bond_direction (case_id);
`;

const BOND = `
  create table bond (
    id uuid primary key,
    case_id uuid not null references visa_case (id),
    reference text not null,
    direction_id uuid not null references bond_direction (id),
    amount_minor bigint not null constraint bond_amount check (amount_minor > 0),
    currency char(3) not null constraint bond_currency check (currency ~ '^[A-Z]{3}$'),
    reason_code text not null constraint bond_reason check (reason_code ~ '^[a-z_]{1,40}$'),
    state text not null constraint bond_state check (state in (
      'required', 'payment_started', 'held', 'lapsed', 'withdrawn', 'cancelled',
      'evidence_requested', 'referred', 'notice_given', 'not_breached', 'breach_declared',
      'appealed', 'upheld', 'overturned', 'breach_final', 'rescinded', 'unsecured', 'closed')),
    state_since timestamptz not null,
    version integer not null default 1,
    directed_at timestamptz not null,
    post_by timestamptz not null,
    payer_account_id uuid not null,
    payer_contact_point_id uuid not null,
    applicant_account_id uuid not null,
    held_at timestamptz,
    constraint bond_case unique (case_id),
    constraint bond_direction_used unique (direction_id),
    constraint bond_post_by check (post_by > directed_at),
    constraint bond_held_at check (held_at is not null
      or state in ('required', 'payment_started', 'lapsed', 'withdrawn'))
  );
  create index bond_due on bond (post_by) where state in ('required', 'payment_started');
  create index bond_by_state on bond (state, state_since);
  create index bond_applicant on bond (applicant_account_id);
  create index bond_payer on bond (payer_account_id);
  ${historyTable('bond')}
`;

const UNDERTAKING = `
  create table undertaking (
    id uuid primary key,
    bond_id uuid not null references bond (id),
    version text not null,
    language text not null constraint undertaking_language check (language in ('en', 'fr')),
    text_sealed bytea not null,
    text_sha256 bytea not null
      constraint undertaking_sha256 check (octet_length(text_sha256) = 32),
    signer_name_sealed bytea not null,
    address_sealed bytea not null,
    signed_at timestamptz not null,
    post_by timestamptz not null,
    payer_account_id uuid not null,
    constraint undertaking_terms unique (bond_id, payer_account_id, post_by)
  );
  create trigger append_only before update or delete or truncate on undertaking
    for each statement execute function app.refuse_change();
`;

const PAYMENT = `
  create table payment (
    id uuid primary key,
    bond_id uuid not null references bond (id),
    state text not null constraint payment_state check (state in (
      'created', 'awaiting_payer', 'partially_funded', 'processing', 'paid', 'failed', 'expired',
      'inquiry', 'disputed', 'charged_back')),
    state_since timestamptz not null,
    version integer not null default 1,
    amount_minor bigint not null constraint payment_amount check (amount_minor > 0),
    currency char(3) not null constraint payment_currency check (currency ~ '^[A-Z]{3}$'),
    return_url text not null constraint payment_return_url check (length(return_url) <= 2000),
    cancel_url text not null constraint payment_cancel_url check (length(cancel_url) <= 2000),
    language text not null constraint payment_language check (language in ('en', 'fr')),
    session_expires_at timestamptz not null,
    session_id text,
    session_url text,
    processor_payment_id text,
    charge_id text,
    received_payment_id uuid,
    method text,
    refundable_until date,
    applicant_account_id uuid not null,
    created_at timestamptz not null,
    constraint payment_session unique (session_id),
    constraint payment_processor_payment unique (processor_payment_id),
    constraint payment_received unique (received_payment_id),
    constraint payment_booked check (received_payment_id is not null
      or state not in ('paid', 'inquiry', 'disputed', 'charged_back'))
  );
  create index payment_bond on payment (bond_id);
  create index payment_unsettled on payment (session_expires_at)
    where state in ('created', 'awaiting_payer', 'partially_funded', 'processing');
  ${historyTable('payment')}
`;

// Forced, so that the owner is bound as well. What belongs to a bond shows with it: the subquery
// is under the bond's own policy. The auditor's login reads what it is granted without a context.
// Who asks is asked once per statement, hence the sub-selects.
const VISIBLE = `
  alter table bond_direction enable row level security;
  alter table bond_direction force row level security;
  create policy staff on bond_direction using ((select app.scope()) in ('staff', 'system'));

  alter table bond enable row level security;
  alter table bond force row level security;
  create policy own_or_staff on bond using ((select app.scope()) in ('staff', 'system')
    or (select app.scope()) = 'applicant' and (select app.actor()) in (applicant_account_id, payer_account_id));

  alter table bond_history enable row level security;
  alter table bond_history force row level security;
  create policy with_bond on bond_history using ((select app.scope()) in ('staff', 'system')
    or exists (select from bond b where b.id = owner_id));

  alter table undertaking enable row level security;
  alter table undertaking force row level security;
  create policy with_bond on undertaking using ((select app.scope()) in ('staff', 'system')
    or exists (select from bond b where b.id = bond_id));

  alter table payment enable row level security;
  alter table payment force row level security;
  create policy with_bond on payment using ((select app.scope()) in ('staff', 'system')
    or exists (select from bond b where b.id = bond_id));

  alter table payment_history enable row level security;
  alter table payment_history force row level security;
  create policy with_bond on payment_history using ((select app.scope()) in ('staff', 'system')
    or exists (select from payment p where p.id = owner_id));

  create policy auditor on bond_direction for select to auditor using (true);
  create policy auditor on bond for select to auditor using (true);
  create policy auditor on bond_history for select to auditor using (true);
  create policy auditor on undertaking for select to auditor using (true);
  create policy auditor on payment for select to auditor using (true);
  create policy auditor on payment_history for select to auditor using (true);
`;

// Restrictive: they narrow what the policies above show. Whatever its code does, the portal's login
// cannot write that money arrived, and signs and begins payments in the payer's own name only.
const PORTAL = `
  create policy portal_begins on bond as restrictive for update to portal
    using (state in ('required', 'payment_started')) with check (state = 'payment_started');
  create policy portal_begins on bond_history as restrictive for insert to portal
    with check (event = 'payment_started' and to_state = 'payment_started'
      and actor_id = app.actor());
  create policy portal_signs on undertaking as restrictive for insert to portal
    with check (payer_account_id = app.actor() and exists (select from bond b
      where b.id = bond_id and b.payer_account_id = undertaking.payer_account_id));
  create policy portal_asks on payment as restrictive for insert to portal
    with check (state = 'created' and session_id is null and session_url is null
      and exists (select from bond b where b.id = bond_id and b.payer_account_id = app.actor()
        and b.amount_minor = payment.amount_minor and b.currency = payment.currency
        and b.applicant_account_id = payment.applicant_account_id));
  create policy portal_asks_once on payment as restrictive for update to portal
    using (state in ('created', 'awaiting_payer'))
    with check (state in ('created', 'awaiting_payer')
      or state = 'failed' and session_id is null);
  create policy portal_asks on payment_history as restrictive for insert to portal
    with check (event in ('session_opened', 'session_refused') and actor_id = app.actor());
`;

// An officer directs, approves and reopens in his own name; a bond begins and comes back without money.
const OFFICER = `
  create policy officer_proposes on bond_direction as restrictive for insert to officer
    with check (proposed_by = app.actor() and decided_by is null
      and state = case when needs_second_person then 'proposed' else 'approved' end);
  create policy officer_decides on bond_direction as restrictive for update to officer
    using (state = 'proposed') with check (decided_by = app.actor());
  create policy officer_directs on bond as restrictive for insert to officer
    with check (state = 'required' and held_at is null
      and exists (select from bond_direction d where d.id = direction_id and d.state = 'approved'
        and d.case_id = bond.case_id and d.amount_minor = bond.amount_minor
        and d.currency = bond.currency));
  create policy officer_reopens on bond as restrictive for update to officer
    using (state = 'lapsed') with check (state in ('lapsed', 'required'));
  create policy officer_reopens on bond_history as restrictive for insert to officer
    with check (event = 'reopened' and actor_id = app.actor());
`;

const GRANTS = `
  grant select on bond, bond_history, payment, payment_history
    to portal, officer, worker, auditor;
  grant select on undertaking to portal, officer, worker;
  grant select on bond_direction to officer, worker, auditor;
  grant select (id, bond_id, version, language, text_sha256, signed_at, post_by,
    payer_account_id) on undertaking to auditor;

  grant update (state, state_since, version) on bond to portal;
  grant insert on undertaking, payment to portal;
  grant update (state, state_since, version, session_id, session_url) on payment to portal;
  grant insert on bond_history, payment_history to portal;

  grant insert on bond_direction, bond, bond_history to officer;
  grant update (state, decided_by, decided_at, decline_reason) on bond_direction to officer;
  grant update (state, state_since, version, post_by) on bond to officer;

  grant update (state, state_since, version, held_at) on bond to worker;
  grant update (state, state_since, version, session_id, session_url, processor_payment_id,
    charge_id, received_payment_id, method, refundable_until) on payment to worker;
  grant insert on bond_history, payment_history to worker;
`;

// With the asker's own rights, so that row-level security holds; but an asker to whom it shows
// nothing must not be told that all is well.
const ORACLE = `
  create schema escrow;
  grant usage on schema escrow to worker, auditor;

  create view escrow.oracle with (security_invoker = true) as
    select 'asked by somebody who sees no bonds' as "check", current_user::text as offender
    where app.scope() not in ('staff', 'system') and app.login() is distinct from 'auditor'
      and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
    union all
    select 'bond: held in full is in the ledger in full, and unpromised', b.id::text
    from bond b left join ledger.account a on a.owner_id = b.id
    where b.state in ('held', 'evidence_requested', 'referred', 'notice_given', 'not_breached',
        'overturned')
      and (a.held, a.reserved, a.currency) is distinct from (b.amount_minor, 0::bigint, b.currency)
    union all
    select 'bond: without money in its state is without money in the ledger', b.id::text
    from bond b join ledger.account a on a.owner_id = b.id
    where b.state in ('required', 'payment_started', 'lapsed', 'withdrawn', 'closed') and a.held > 0
    union all
    select 'ledger: every bond account has its bond', a.owner_id::text
    from ledger.account a left join bond b on b.id = a.owner_id
    where a.kind = 'bond' and b.id is null
    union all
    select 'payment: paid has its receipt, whole and for its bond', p.id::text
    from payment p left join ledger.received_payment r on r.id = p.received_payment_id
    where p.received_payment_id is not null
      and (p.state not in ('paid', 'inquiry', 'disputed', 'charged_back')
        or r.id is null or r.currency <> p.currency and r.bond_id is not null
        or r.bond_id <> p.bond_id)
    union all
    select 'ledger: what a bond received has its payment', r.id::text
    from ledger.received_payment r left join payment p on p.received_payment_id = r.id
    where r.bond_id is not null and p.id is null
    union all
    select 'bond: a case waits for its bond just as long', b.id::text
    from bond b join visa_case c on c.id = b.case_id
    where (c.state = 'bond_required') <> (b.state in ('required', 'payment_started'))
      or c.state = 'bond_lapsed' and b.state <> 'lapsed'
      or c.state = 'bond_posted' and b.state in ('lapsed', 'withdrawn')
    union all
    select 'direction: the bond asks what was directed', b.id::text
    from bond b join bond_direction d on d.id = b.direction_id
    where (d.state, d.case_id, d.amount_minor, d.currency)
      is distinct from ('approved', b.case_id, b.amount_minor, b.currency);
  grant select on escrow.oracle to worker, auditor;
`;
