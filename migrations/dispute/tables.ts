// Disputes and what we answer to them.

const DISPUTE = `
  create table dispute (
    id uuid primary key,
    processor_dispute_id text not null
      constraint dispute_object_form check (processor_dispute_id ~ '^d[up]_[^[:space:]:]{1,100}$'),
    processor_payment_id text not null
      constraint dispute_payment_form check (processor_payment_id ~ '^pi_[^[:space:]:]{1,100}$'),
    received_payment_id uuid not null,
    bond_id uuid,
    case_id uuid,
    reference text,
    amount_minor bigint not null constraint dispute_amount check (amount_minor > 0),
    currency char(3) not null constraint dispute_currency check (currency ~ '^[A-Z]{3}$'),
    reason text not null constraint dispute_reason check (reason in (
      'fraudulent', 'unrecognized', 'duplicate', 'credit_not_processed', 'product_not_received',
      'product_unacceptable', 'subscription_canceled', 'debit_not_authorized',
      'insufficient_funds', 'incorrect_account_details', 'bank_cannot_process',
      'customer_initiated', 'general', 'other')),
    network_reason text
      constraint dispute_network_reason check (network_reason ~ '^[A-Za-z0-9._-]{1,20}$'),
    due_by timestamptz,
    submissions integer not null default 0 constraint dispute_submissions check (submissions >= 0),
    opened_at timestamptz not null,
    state text not null constraint dispute_state check (state in (
      'question', 'question_answered', 'question_closed', 'to_answer', 'answered', 'won', 'lost')),
    state_since timestamptz not null,
    version integer not null default 1,
    constraint dispute_of_object unique (processor_dispute_id),
    constraint dispute_bond foreign key (bond_id) references bond (id),
    constraint dispute_case foreign key (case_id) references visa_case (id),
    constraint dispute_of_one_case check ((bond_id is null) = (case_id is null)
      and (bond_id is null) = (reference is null))
  );
  create index dispute_case_id on dispute (case_id);
  create index dispute_bond_id on dispute (bond_id);
  create index dispute_to_answer on dispute (due_by, id) where state in ('question', 'to_answer');
`;

const ANSWER = `
  create table dispute_answer (
    id uuid primary key,
    dispute_id uuid not null references dispute (id),
    kind text not null constraint dispute_answer_kind check (kind in ('contest', 'accept')),
    state text not null default 'prepared' constraint dispute_answer_state check (state in (
      'prepared', 'withdrawn', 'overtaken', 'ordered', 'sending', 'delivered', 'refused')),
    state_since timestamptz not null,
    version integer not null default 1,
    prepared_by uuid not null references account (id),
    prepared_at timestamptz not null,
    ordered_by uuid references account (id),
    pack_sealed bytea constraint dispute_answer_pack_size
      check (octet_length(pack_sealed) <= 6000000),
    pack_sha256 bytea constraint dispute_answer_pack_digest check (octet_length(pack_sha256) = 32),
    payer_account_id uuid references account (id),
    sending_since timestamptz,
    submissions_before integer,
    processor_file_id text
      constraint dispute_answer_file_form check (processor_file_id ~ '^file_[^[:space:]:]{1,100}$'),
    refusal_code text
      constraint dispute_answer_refusal check (refusal_code ~ '^[a-z_]{1,60}$'),
    constraint dispute_answer_pack check (case kind
      when 'contest' then pack_sealed is not null and pack_sha256 is not null
        and payer_account_id is not null
      else pack_sealed is null and pack_sha256 is null and payer_account_id is null
        and processor_file_id is null end),
    -- To give in gives money up: two people.
    constraint dispute_answer_two_people
      check (kind = 'contest' or ordered_by is null or ordered_by <> prepared_by),
    constraint dispute_answer_sent check (
      (state not in ('prepared', 'withdrawn') or ordered_by is null)
      and (state not in ('ordered', 'sending', 'delivered', 'refused') or ordered_by is not null)
      and (state in ('sending', 'delivered', 'refused')) = (sending_since is not null)
      and (sending_since is null) = (submissions_before is null)
      and (state = 'refused') = (refusal_code is not null)
      and (state <> 'delivered' or kind = 'accept' or processor_file_id is not null))
  );
  create unique index dispute_answer_one_open on dispute_answer (dispute_id)
    where state in ('prepared', 'ordered', 'sending');
  create index dispute_answer_of on dispute_answer (dispute_id, id);
  create index dispute_answer_to_send on dispute_answer (state_since, id)
    where state in ('ordered', 'sending');
`;

export const TABLES = DISPUTE + ANSWER;
