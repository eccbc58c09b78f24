// Freezes of cases by officers.

export const TABLES = `
  create table case_freeze (
    id uuid primary key,
    case_id uuid not null references visa_case (id),
    reference text not null,
    reason_code text not null constraint case_freeze_reason
      check (reason_code in ('fraud_suspected', 'sanctions_match')),
    placed_by uuid not null references account (id),
    placed_at timestamptz not null,
    state text not null default 'in_force' constraint case_freeze_state
      check (state in ('in_force', 'lift_proposed', 'lift_approved', 'lifted')),
    state_since timestamptz not null,
    version integer not null default 1,
    lift_reason text constraint case_freeze_lift_reason
      check (lift_reason in ('nothing_found', 'another_person', 'authority_agrees')),
    proposed_by uuid references account (id),
    approved_by uuid references account (id),
    constraint case_freeze_two_people check (approved_by <> proposed_by),
    constraint case_freeze_answered check (
      (state = 'in_force') = (lift_reason is null) and (lift_reason is null) = (proposed_by is null)
      and (state in ('lift_approved', 'lifted')) = (approved_by is not null))
  );
  create unique index case_freeze_one_of_reason on case_freeze (case_id, reason_code)
    where state in ('in_force', 'lift_proposed', 'lift_approved');
  create index case_freeze_in_force on case_freeze (placed_at, id)
    where state in ('in_force', 'lift_proposed', 'lift_approved');
  create index case_freeze_case on case_freeze (case_id);
`;
