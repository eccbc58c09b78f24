import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from './history.ts';
import { CUSTODY_ORACLE, ESCROW_ORACLE, REFUNDS_ORACLE } from './reversal/oracles.ts';

/**
 * Reversals: money of a payment that left the processor by no attempt of ours (R35). While one is
 * not settled, no visa is issued on its case and no attempt of its refund is approved, whatever the
 * officer's process does. The oracles take one as an explanation of what is gone.
 * The worker may set a bond's deadline, since it asks for it again.
 * Locks: short ones on bond and visa_case, which foreign keys refer to, and on visa and
 * disbursement for their new policies.
 * Back out: forward only, since these rows say where money went.
 */
export class CreateReversal1764100000012 implements MigrationInterface {
  name = 'CreateReversal1764100000012';

  async up(q: QueryRunner): Promise<void> {
    await q.query(REVERSAL);
    await q.query(historyTable('reversal'));
    await q.query(RIGHTS);
    await q.query(POLICIES);
    await q.query(FREEZE);
    await q.query(ESCROW_ORACLE);
    await q.query(REFUNDS_ORACLE);
    await q.query(CUSTODY_ORACLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const REVERSAL = `
  create table reversal (
    id uuid primary key,
    processor_object text not null
      constraint reversal_object_form check (processor_object ~ '^re_[^[:space:]:]{1,100}$'),
    processor_payment_id text not null,
    received_payment_id uuid not null,
    bond_id uuid,
    case_id uuid,
    reference text,
    amount_minor bigint not null constraint reversal_amount check (amount_minor > 0),
    currency char(3) not null constraint reversal_currency check (currency ~ '^[A-Z]{3}$'),
    money text not null constraint reversal_money check (money in ('waiting', 'left', 'back')),
    state text not null default 'open' constraint reversal_state
      check (state in ('open', 'proposed', 'approved', 'settled', 'undone')),
    state_since timestamptz not null,
    version integer not null default 1,
    happened_at timestamptz not null,
    outcome text constraint reversal_outcome check (outcome in ('accepted', 'post_again')),
    proposed_by uuid,
    approved_by uuid,
    constraint reversal_of_object unique (processor_object),
    constraint reversal_bond foreign key (bond_id) references bond (id),
    constraint reversal_case foreign key (case_id) references visa_case (id),
    constraint reversal_proposed_by foreign key (proposed_by) references account (id),
    constraint reversal_approved_by foreign key (approved_by) references account (id),
    constraint reversal_two_people check (approved_by <> proposed_by),
    -- What is decided is decided on money that has left, by whom is known.
    constraint reversal_decided check (
      (state not in ('proposed', 'approved', 'settled')
        or money = 'left' and outcome is not null and proposed_by is not null)
      and (state not in ('approved', 'settled') or approved_by is not null)
      and (state <> 'undone' or money = 'back'))
  );
  create index reversal_received_payment on reversal (received_payment_id);
  create index reversal_bond_id on reversal (bond_id);
  create index reversal_case_id on reversal (case_id);
  create index reversal_unsettled on reversal (happened_at)
    where state in ('open', 'proposed', 'approved');

  -- Each of the two in his own name, and nobody in the place of another.
  create function app.guard_reversal() returns trigger language plpgsql as $$
  begin
    if new.proposed_by is distinct from old.proposed_by
       and not (old.state = 'open' and old.proposed_by is null and new.proposed_by = app.actor()
         or new.state = 'open' and new.proposed_by is null)
       or new.approved_by is distinct from old.approved_by
       and not (old.state = 'proposed' and old.approved_by is null
         and new.approved_by = app.actor()) then
      raise exception 'reversal %: one proposes and approves in one''s own name', old.id
        using errcode = 'VB005';
    end if;
    return new;
  end $$;
  create trigger guard_reversal before update on reversal
    for each row execute function app.guard_reversal();
`;

const RIGHTS = `
  grant select on reversal, reversal_history to officer, worker, auditor;
  grant insert, update (money, state, state_since, version) on reversal to worker;
  grant update (state, state_since, version, outcome, proposed_by, approved_by)
    on reversal to officer;
  grant insert on reversal_history to officer, worker;
  -- A bond that must be posted again has a new last moment.
  grant update (post_by) on bond to worker;
`;

// For staff and the worker; two people of the officer's process decide, each in his own name.
const POLICIES = `
  alter table reversal enable row level security;
  alter table reversal force row level security;
  create policy reversal_scope on reversal to officer, worker
    using (app.scope() in ('staff', 'system'));
  alter table reversal_history enable row level security;
  alter table reversal_history force row level security;
  create policy reversal_history_scope on reversal_history to officer, worker
    using (app.scope() in ('staff', 'system'));
  create policy auditor on reversal for select to auditor using (true);
  create policy auditor on reversal_history for select to auditor using (true);

  create policy officer_decides on reversal as restrictive for update to officer
    using (state in ('open', 'proposed'))
    with check (state in ('open', 'proposed') or state = 'approved' and approved_by = app.actor());
  create policy officer_decides on reversal_history as restrictive for insert to officer
    with check (event in ('proposed', 'declined', 'approved') and actor_id = app.actor());
`;

const UNSETTLED = `v.state in ('open', 'proposed', 'approved')`;

const FREEZE = `
  create policy no_visa_while_reversed on visa as restrictive for insert to officer
    with check (not exists (select from reversal v where v.case_id = visa.case_id
      and ${UNSETTLED}));
  create policy no_attempt_while_reversed on disbursement as restrictive for update to officer
    using (true) with check (not exists (select from reversal v
      where disbursement.owner_id in (v.bond_id, v.received_payment_id) and ${UNSETTLED}));
`;
