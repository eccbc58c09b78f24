// Tables of what is done with records that were set aside.

export const TABLES = `
  alter domain movement_state drop constraint movement_state;
  alter domain movement_state add constraint movement_state check (value in
    ('received', 'matched', 'unmatched', 'assessed', 'set_aside', 'superseded', 'dismissed'));
  alter table movement drop constraint movement_traveller,
    add constraint movement_traveller check ((person_id is null) = (document_id is null)
      and (person_id is not null or kind = 'deleted'
        or state in ('received', 'unmatched', 'set_aside', 'superseded', 'dismissed')));
  create index movement_dismissed on movement (id) where state = 'dismissed';

  alter table journey_note drop constraint journey_note_code;
  alter table journey_note add constraint journey_note_code check (code in
    ('admitted', 'departed_in_time', 'departed_in_time_no_bond', 'departed_late', 'refused',
     'refused_no_bond', 'admitted_with_officer', 'departed_with_officer', 'refused_with_officer',
     'taken_back', 'correction_with_officer', 'dismissed'));

  create table movement_holder (
    movement_id uuid primary key references movement (id),
    account_id uuid references account (id),
    since timestamptz not null
  );

  create table movement_proposal (
    id uuid primary key,
    movement_id uuid not null references movement (id),
    kind text not null constraint movement_proposal_kind
      check (kind in ('dismiss', 'assess_again')),
    reason_code text constraint movement_proposal_reason check (reason_code in
      ('not_our_traveller', 'another_person', 'duplicate', 'record_in_error')),
    state text not null default 'proposed' constraint movement_proposal_state
      check (state in ('proposed', 'approved', 'done', 'unchanged', 'declined', 'overtaken')),
    state_since timestamptz not null,
    version integer not null default 1,
    proposed_by uuid not null references account (id),
    proposed_at timestamptz not null,
    decided_by uuid references account (id),
    decline_reason text constraint movement_proposal_decline_reason check (decline_reason in
      ('may_be_ours', 'ask_the_border', 'another_reason', 'taken_back')),
    constraint movement_proposal_of_kind check (
      (kind = 'dismiss') = (reason_code is not null)
      and (state <> 'unchanged' or kind = 'assess_again')),
    constraint movement_proposal_two_people
      check (state = 'declined' or decided_by is distinct from proposed_by),
    constraint movement_proposal_decided check (
      (state = 'declined') = (decline_reason is not null)
      and (state <> 'proposed' or decided_by is null)
      and (state <> 'declined' or decided_by is not null))
  );
  create unique index movement_proposal_one_open on movement_proposal (movement_id)
    where state in ('proposed', 'approved');
  create index movement_proposal_of_movement on movement_proposal (movement_id, proposed_at);
  create index movement_proposal_open on movement_proposal (state_since, id)
    where state in ('proposed', 'approved');
`;
