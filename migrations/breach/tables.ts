// Tables of breach files. What people wrote is sealed with the key of the applicant's account.

export const ROLES = `
  alter table account_role drop constraint account_role_role;
  alter table account_role add constraint account_role_role check (role in ('officer',
    'head_of_section', 'adjudicator', 'appeal_member', 'treasury', 'auditor', 'administrator'));
`;

export const TABLES = `
  create table breach_file (
    id uuid primary key,
    bond_id uuid not null,
    case_id uuid not null,
    reference text not null,
    consulate_id uuid not null,
    applicant_account_id uuid not null,
    payer_account_id uuid not null,
    opened_at timestamptz not null,
    notice_by uuid,
    noticed_at timestamptz,
    reply_by timestamptz,
    served_at timestamptz,
    by_post boolean,
    appeal_by timestamptz,
    constraint breach_file_of_bond unique (bond_id),
    constraint breach_file_bond foreign key (bond_id) references bond (id),
    constraint breach_file_case foreign key (case_id) references visa_case (id),
    constraint breach_file_noticed check (
      (notice_by is null) = (noticed_at is null) and (noticed_at is null) = (reply_by is null)),
    constraint breach_file_served check (
      (served_at is null) = (appeal_by is null) and (served_at is null) = (by_post is null)
      and (served_at is null or noticed_at is not null))
  );
  create index breach_file_case_id on breach_file (case_id);
  create index breach_file_opened on breach_file (opened_at, id);
  create index breach_file_reply_by on breach_file (reply_by);
  create index breach_file_appeal_by on breach_file (appeal_by);

  create table breach_ground (
    id uuid primary key,
    file_id uuid not null,
    code text not null constraint breach_ground_code check (code in
      ('late_departure', 'no_departure_record', 'application_to_stay', 'other_condition')),
    -- What the notice says happened; null while no notice names this ground.
    facts_sealed bytea,
    constraint breach_ground_once unique (file_id, code),
    constraint breach_ground_file foreign key (file_id) references breach_file (id)
  );

  -- While one waits for its answer, the clock of the reply stands still (R31).
  create table breach_question (
    id uuid primary key,
    file_id uuid not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    text_sealed bytea not null,
    answered_by uuid,
    answered_at timestamptz,
    answer_sealed bytea,
    constraint breach_question_file foreign key (file_id) references breach_file (id),
    constraint breach_question_answered check ((answered_by is null) = (answered_at is null)
      and (answered_at is null) = (answer_sealed is null))
  );
  create unique index breach_question_one_open on breach_question (file_id)
    where answered_at is null;
  create index breach_question_of_file on breach_question (file_id, asked_at);

  create table breach_reply (
    id uuid primary key,
    ground_id uuid not null,
    account_id uuid not null,
    sent_at timestamptz not null,
    text_sealed bytea not null,
    constraint breach_reply_ground foreign key (ground_id) references breach_ground (id)
  );
  create index breach_reply_of_ground on breach_reply (ground_id, sent_at);
  create trigger append_only before update or delete or truncate on breach_reply
    for each statement execute function app.refuse_change();

  create table breach_ruling (
    id uuid primary key,
    file_id uuid not null,
    kind text not null constraint breach_ruling_kind
      check (kind in ('decision', 'appeal', 'rescission')),
    outcome text not null,
    refund_minor bigint not null constraint breach_ruling_refund check (refund_minor >= 0),
    forfeit_minor bigint not null constraint breach_ruling_forfeit check (forfeit_minor >= 0),
    currency char(3) not null constraint breach_ruling_currency check (currency ~ '^[A-Z]{3}$'),
    by_post boolean not null,
    reasons_sealed bytea not null,
    -- The ledger's decision of the same two people; null where no money moves.
    decision_id uuid,
    -- The reserve of the part that is to be forfeited, once carried out.
    forfeit_seq integer,
    state text not null default 'proposed' constraint breach_ruling_state
      check (state in ('proposed', 'approved', 'declined', 'overtaken', 'carried_out')),
    state_since timestamptz not null,
    version integer not null default 1,
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    decided_by uuid,
    decline_reason text constraint breach_ruling_decline_reason
      check (decline_reason ~ '^[a-z_]{1,40}$'),
    constraint breach_ruling_file foreign key (file_id) references breach_file (id),
    constraint breach_ruling_decision unique (decision_id),
    constraint breach_ruling_outcome check (case kind
      when 'decision' then outcome in ('none', 'part', 'full')
      when 'appeal' then outcome in ('upheld', 'overturned')
      else outcome = 'rescinded' end),
    -- Only a decision forfeits, and its outcome says which parts there are.
    constraint breach_ruling_parts check (case outcome
      when 'none' then forfeit_minor = 0
      when 'part' then refund_minor > 0 and forfeit_minor > 0
      when 'full' then refund_minor = 0
      when 'upheld' then refund_minor = 0 and forfeit_minor = 0
      else forfeit_minor = 0 end),
    constraint breach_ruling_books check (
      (decision_id is not null) = (refund_minor + forfeit_minor > 0)
      and (forfeit_seq is null or state = 'carried_out' and forfeit_minor > 0)),
    constraint breach_ruling_two_people check (decided_by <> proposed_by),
    constraint breach_ruling_decided check (
      (decided_by is null or state <> 'proposed')
      and (decided_by is not null or state not in ('approved', 'declined', 'carried_out'))
      and (state = 'declined') = (decline_reason is not null))
  );
  create unique index breach_ruling_one_open on breach_ruling (file_id)
    where state in ('proposed', 'approved');
  create index breach_ruling_of_file on breach_ruling (file_id, proposed_at);
  create index breach_ruling_to_carry_out on breach_ruling (state_since)
    where state = 'approved';

  create table breach_finding (
    ruling_id uuid not null,
    ground_id uuid not null,
    is_established boolean not null,
    reasons_sealed bytea not null,
    constraint breach_finding_key primary key (ruling_id, ground_id),
    constraint breach_finding_ruling foreign key (ruling_id) references breach_ruling (id),
    constraint breach_finding_ground foreign key (ground_id) references breach_ground (id)
  );
  create trigger append_only before update or delete or truncate on breach_finding
    for each statement execute function app.refuse_change();

  -- R18, one by one.
  create table breach_factor (
    ruling_id uuid not null,
    factor text not null constraint breach_factor_factor
      check (factor in ('extent', 'intent', 'good_faith', 'steps_taken')),
    weighs text not null constraint breach_factor_weighs
      check (weighs in ('for_payer', 'against_payer', 'neither')),
    note_sealed bytea not null,
    constraint breach_factor_key primary key (ruling_id, factor),
    constraint breach_factor_ruling foreign key (ruling_id) references breach_ruling (id)
  );
  create trigger append_only before update or delete or truncate on breach_factor
    for each statement execute function app.refuse_change();

  create table breach_appeal (
    file_id uuid primary key,
    account_id uuid not null,
    lodged_at timestamptz not null,
    text_sealed bytea not null,
    constraint breach_appeal_file foreign key (file_id) references breach_file (id)
  );
  create trigger append_only before update or delete or truncate on breach_appeal
    for each statement execute function app.refuse_change();
`;
