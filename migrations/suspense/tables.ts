// Tables of what is done with money in suspense.

export const TABLES = `
  create table suspense_holder (
    received_payment_id uuid primary key references ledger.received_payment (id),
    account_id uuid references account (id),
    since timestamptz not null
  );

  create table suspense_proposal (
    id uuid primary key,
    received_payment_id uuid not null references ledger.received_payment (id),
    kind text not null constraint suspense_proposal_kind
      check (kind in ('match', 'return', 'keep')),
    bond_id uuid references bond (id),
    reference text,
    amount_minor bigint not null constraint suspense_proposal_amount check (amount_minor > 0),
    currency char(3) not null
      constraint suspense_proposal_currency check (currency ~ '^[A-Z]{3}$'),
    decision_id uuid references ledger.decision (id),
    keep_reason text constraint suspense_proposal_keep_reason check (keep_reason in
      ('sender_being_asked', 'processor_being_asked', 'bond_may_be_reopened',
       'ordered_by_authority')),
    keep_until date,
    state text not null default 'proposed' constraint suspense_proposal_state
      check (state in ('proposed', 'approved', 'done', 'declined', 'overtaken')),
    state_since timestamptz not null,
    version integer not null default 1,
    proposed_by uuid not null references account (id),
    proposed_at timestamptz not null,
    decided_by uuid references account (id),
    decline_reason text constraint suspense_proposal_decline_reason check (decline_reason in
      ('sender_not_clear', 'another_bond', 'another_way', 'not_yet', 'taken_back')),
    constraint suspense_proposal_decision unique (decision_id),
    -- Each kind has what it needs, and nothing of another.
    constraint suspense_proposal_of_kind check (
      (kind = 'match') = (bond_id is not null) and (bond_id is null) = (reference is null)
      and (kind = 'return') = (decision_id is not null)
      and (kind = 'keep') = (keep_reason is not null)
      and (keep_reason is null) = (keep_until is null)),
    constraint suspense_proposal_two_people
      check (state = 'declined' or decided_by is distinct from proposed_by),
    constraint suspense_proposal_decided check (
      (state = 'declined') = (decline_reason is not null)
      and (state <> 'proposed' or decided_by is null)
      and (state <> 'declined' or decided_by is not null)
      and (state not in ('approved', 'done') or kind <> 'return' or decided_by is not null)
      and (kind <> 'keep' or state not in ('approved', 'overtaken')))
  );
  create unique index suspense_proposal_one_open on suspense_proposal (received_payment_id)
    where state in ('proposed', 'approved');
  create index suspense_proposal_of_payment
    on suspense_proposal (received_payment_id, proposed_at);
  create index suspense_proposal_open on suspense_proposal (state_since, id)
    where state in ('proposed', 'approved');
  create index suspense_proposal_bond_id on suspense_proposal (bond_id);
`;
