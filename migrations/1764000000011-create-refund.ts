import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from './history.ts';

/**
 * Refunds (the duty to return money) and disbursements (one attempt each), and the oracle that
 * holds them against the ledger.
 * Locks: short ones on visa_case and bond, which foreign keys refer to.
 * Back out: forward only, since these rows say where money went.
 */
export class CreateRefund1764000000011 implements MigrationInterface {
  name = 'CreateRefund1764000000011';

  async up(q: QueryRunner): Promise<void> {
    await q.query(REFUND);
    await q.query(DISBURSEMENT);
    await q.query(historyTable('disbursement'));
    await q.query(RIGHTS);
    await q.query(POLICIES);
    await q.query(ORACLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const REFUND = `
  create table refund (
    id uuid primary key,
    owner_kind text not null check (owner_kind in ('bond', 'received_payment')),
    owner_id uuid not null,
    bond_id uuid references bond (id),
    case_id uuid references visa_case (id),
    reference text,
    applicant_account_id uuid references account (id),
    payer_account_id uuid references account (id),
    payer_contact_point_id uuid references contact_point (id),
    decision_id uuid not null,
    amount_minor bigint not null check (amount_minor > 0),
    currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
    rule text not null check (rule ~ '^R[0-9]{1,2}[a-z]?$'),
    created_at timestamptz not null,
    zone text not null check (length(zone) between 1 and 64),
    promised_by date not null,
    returned_on date,
    constraint refund_decision unique (decision_id),
    constraint refund_of_bond check (owner_kind <> 'bond' or bond_id = owner_id)
  );
  create index refund_owner on refund (owner_id);
  create index refund_case on refund (case_id, created_at);
  create index refund_not_returned on refund (promised_by) where returned_on is null;
`;

// One open attempt per refund: the processor stops a second full refund, but no second partial one.
const DISBURSEMENT = `
  create table disbursement (
    id uuid primary key,
    refund_id uuid not null references refund (id),
    attempt integer not null check (attempt between 1 and 50),
    route text not null check (route in ('processor')),
    processor_payment_id text not null check (processor_payment_id ~ '^pi_'),
    owner_id uuid not null,
    amount_minor bigint not null check (amount_minor > 0),
    currency char(3) not null,
    reserve_seq integer not null check (reserve_seq > 0),
    state text not null default 'due' constraint disbursement_state check (state in ('due', 'approved', 'sending', 'pending',
      'requires_action', 'unknown', 'succeeded', 'failed', 'canceled', 'failed_after_success')),
    state_since timestamptz not null,
    version integer not null default 1,
    processor_refund_id text,
    trace_number text,
    failure_reason text,
    sending_since timestamptz,
    swept_at timestamptz,
    approved_by uuid references account (id),
    applicant_account_id uuid references account (id),
    payer_account_id uuid references account (id),
    constraint disbursement_attempt unique (refund_id, attempt),
    constraint disbursement_processor_refund unique (processor_refund_id),
    constraint disbursement_reserve unique (owner_id, reserve_seq),
    constraint disbursement_sent check (sending_since is not null
      or state in ('due', 'approved', 'canceled')),
    constraint disbursement_result check (processor_refund_id is not null
      or state not in ('pending', 'requires_action', 'succeeded', 'failed_after_success'))
  );
  create unique index disbursement_one_open on disbursement (refund_id) where state in
    ('due', 'approved', 'sending', 'pending', 'requires_action', 'unknown');
  create index disbursement_waiting on disbursement (state, state_since) where state in
    ('due', 'approved', 'sending', 'pending', 'requires_action', 'unknown');
`;

// The officer's process approves; the worker alone makes attempts and writes what became of them.
const RIGHTS = `
  grant select on refund, disbursement, disbursement_history to portal, officer, worker, auditor;
  grant insert, update (returned_on) on refund to worker;
  grant insert, update (state, state_since, version, processor_refund_id, trace_number,
    failure_reason, sending_since, swept_at) on disbursement to worker;
  grant update (state, state_since, version, approved_by) on disbursement to officer;
  grant insert on disbursement_history to officer, worker;
`;

const own = (alias: string) => `app.scope() in ('staff', 'system') or (app.scope() = 'applicant'
    and app.actor() in (${alias}applicant_account_id, ${alias}payer_account_id))`;

const POLICIES = `
  alter table refund enable row level security;
  alter table refund force row level security;
  create policy refund_scope on refund using (${own('')});
  alter table disbursement enable row level security;
  alter table disbursement force row level security;
  create policy disbursement_scope on disbursement using (${own('')});
  alter table disbursement_history enable row level security;
  alter table disbursement_history force row level security;
  create policy disbursement_history_scope on disbursement_history using (
    app.scope() in ('staff', 'system')
    or exists (select from disbursement d where d.id = disbursement_history.owner_id and (${own('d.')})));

  -- The auditor's login reads what it is granted and has no context of its own.
  create policy auditor on refund for select to auditor using (true);
  create policy auditor on disbursement for select to auditor using (true);
  create policy auditor on disbursement_history for select to auditor using (true);

  -- Restrictive: they narrow what is granted. Whatever its code does, the officer's login approves
  -- what is due, in his own name, and writes no outcome.
  create policy officer_approves on disbursement as restrictive for update to officer
    using (state = 'due') with check (state in ('due', 'approved') and approved_by = app.actor());
  create policy officer_approves on disbursement_history as restrictive for insert to officer
    with check (event = 'approved' and actor_id = app.actor());
`;

// security_invoker: the view shows what its reader may see, so that row-level security of the
// view's owner cannot make a broken book look clean.
const ORACLE = `
  create schema refunds;
  grant usage on schema refunds to worker, auditor;
  create view refunds.oracle with (security_invoker = true) as
  with reserve as (
    select r.owner_id, r.seq, r.amount, r.currency, r.decision_id,
      n.phase as next_phase, n.seq as next_seq,
      case n.phase when 'settle' then n.seq when 'void' then late.seq end as settled_seq
    from ledger.transfer r
    left join ledger.transfer n on n.owner_id = r.owner_id and n.follows = r.seq
    left join ledger.transfer late on n.phase = 'void' and late.owner_id = n.owner_id
      and late.follows = n.seq
    where r.phase = 'reserve' and r.code = 'refund'
  ), books as (
    select r.*, case
        when exists (select from ledger.transfer b where b.owner_id = r.owner_id
          and b.follows = r.settled_seq and b.code = 'bounced') then 'taken_back'
        when r.settled_seq is not null then 'settled'
        when r.next_phase = 'void' then 'voided'
        else 'standing' end as stands
    from reserve r
  ), attempt as (
    select d.*, b.stands, b.amount as reserved, b.currency as reserved_currency, b.decision_id,
      case when d.state in ('due', 'approved', 'sending', 'pending', 'requires_action', 'unknown')
          then 'standing'
        when d.state = 'succeeded' then 'settled'
        when d.state = 'failed_after_success' then 'taken_back'
        else 'voided' end as should_stand
    from disbursement d left join books b on b.owner_id = d.owner_id and b.seq = d.reserve_seq
  )
  select 'refund: each decision to return money has its refund' as "check", d.id::text as offender
  from ledger.decision d
  where d.refund > 0 and d.rule is not null
    and not exists (select from refund r where r.decision_id = d.id)
  union all
  select 'refund: its decision allows it', r.id::text
  from refund r left join ledger.decision d on d.id = r.decision_id
  where (d.owner_id, d.refund, d.currency) is distinct from (r.owner_id, r.amount_minor, r.currency)
  union all
  select 'refund: an attempt succeeded or is under way, never two under way', r.id::text
  from refund r left join attempt a on a.refund_id = r.id
    and a.should_stand in ('standing', 'settled')
  group by r.id having count(a.id) = 0
    or count(a.id) filter (where a.should_stand = 'standing') > 1
  union all
  select 'refund: returned on a day when an attempt succeeded, and only then', r.id::text
  from refund r
  where (r.returned_on is not null) <> exists (
    select from disbursement d where d.refund_id = r.id and d.state = 'succeeded')
  union all
  select 'disbursement: its reserve exists, in its amount and of its decision', a.id::text
  from attempt a join refund r on r.id = a.refund_id
  where (a.reserved, a.reserved_currency, a.decision_id, a.owner_id)
    is distinct from (a.amount_minor, a.currency, r.decision_id, r.owner_id)
  union all
  select 'disbursement: its state and the ledger agree', a.id || ' ' || a.state
  from attempt a where a.stands is distinct from a.should_stand
  union all
  select 'disbursement: each reserve for a refund belongs to one', b.owner_id || ':' || b.seq
  from books b
  where not exists (select from disbursement d
    where d.owner_id = b.owner_id and d.reserve_seq = b.seq)
  union all
  select 'disbursement: what the processor did is booked under its own object', t.cause
  from ledger.transfer t
  where t.cause ~ '^re_' and not exists (select from disbursement d
    where d.owner_id = t.owner_id and d.processor_refund_id = split_part(t.cause, ':', 1));
  grant select on refunds.oracle to worker, auditor;
`;
