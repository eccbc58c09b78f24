// What is reported of stays, and what it changes in tables that were there.

// A stay that was extended ends on the day that was granted, and nobody else's goes beyond the visa.
export const AROUND = `
  alter table visa add column extended_until date,
    drop constraint visa_leave_by,
    add constraint visa_leave_by check (leave_by >= admitted_on
      and leave_by <= greatest(admitted_on + stay_days, extended_until)),
    add constraint visa_extended_until check (extended_until = leave_by);
  create index visa_extended on visa (id) where extended_until is not null;
  grant update (extended_until) on visa to worker;

  alter table upload add column recorded_by uuid references account (id);

  alter table evidence_request drop constraint evidence_request_outcome_check,
    add constraint evidence_request_outcome_check
      check (outcome in ('departed', 'proved', 'referred', 'extended', 'died'));

  alter table refund drop constraint refund_waits_because,
    add constraint refund_waits_because check (waits_because in
      ('ceiling_programme', 'ceiling_client', 'record_contradicted', 'payer_died'));
`;

export const STAY_FACTS = `
  create table stay_fact (
    id uuid primary key,
    case_id uuid not null references visa_case (id),
    bond_id uuid references bond (id),
    reference text not null,
    consulate_id uuid not null references consulate (id),
    applicant_account_id uuid not null references account (id),
    contact_point_id uuid not null references contact_point (id),
    kind text not null constraint stay_fact_kind
      check (kind in ('extension', 'application_to_stay', 'death')),
    reported_day date not null,
    reason_code text constraint stay_fact_reason_code check (reason_code in
      ('illness', 'no_transport', 'family', 'authority_granted', 'another_reason')),
    recorded_by uuid references account (id),
    state text not null constraint stay_fact_state check (state in
      ('draft', 'sent', 'proposed', 'accepted', 'in_force', 'refused', 'not_needed')),
    state_since timestamptz not null,
    version integer not null default 1,
    sent_at timestamptz,
    proposal text constraint stay_fact_proposal check (proposal in ('accept', 'refuse')),
    accepted_day date,
    refusal_reason text
      constraint stay_fact_refusal_reason check (refusal_reason ~ '^[a-z_]{1,40}$'),
    proposed_by uuid references account (id),
    decided_by uuid references account (id),
    decision_id uuid references ledger.decision (id),
    constraint stay_fact_two_people check (decided_by <> proposed_by),
    constraint stay_fact_decision unique (decision_id),
    -- Only officers say that somebody has died or applied to stay.
    constraint stay_fact_recorded check (kind = 'extension' or recorded_by is not null),
    constraint stay_fact_reason check ((kind = 'extension') = (reason_code is not null)),
    constraint stay_fact_sent check (case state when 'draft' then sent_at is null
      when 'not_needed' then true else sent_at is not null end),
    constraint stay_fact_proposed check (
      (proposal is null) = (proposed_by is null)
      and (proposal is not distinct from 'accept') = (accepted_day is not null)
      and (proposal is not distinct from 'refuse') = (refusal_reason is not null)
      and (decision_id is not null)
        = (kind = 'death' and bond_id is not null and proposal is not distinct from 'accept')
      and case state when 'draft' then proposal is null when 'sent' then proposal is null
        when 'not_needed' then true else proposal is not null end),
    constraint stay_fact_decided check (
      (state not in ('accepted', 'in_force') or proposal = 'accept' and decided_by is not null)
      and (state <> 'refused' or proposal = 'refuse' and decided_by is not null)
      and (state not in ('draft', 'sent', 'proposed') or decided_by is null))
  );
  -- One of a kind from either side: a traveller's draft keeps no officer from recording.
  create unique index stay_fact_one_open on stay_fact (case_id, kind, (recorded_by is not null))
    where state in ('draft', 'sent', 'proposed', 'accepted');
  create index stay_fact_of_case on stay_fact (case_id);
  create index stay_fact_on_desk on stay_fact (sent_at, id) where state in ('sent', 'proposed');
  create index stay_fact_accepted on stay_fact (state_since) where state = 'accepted';

  create table stay_fact_upload (
    stay_fact_id uuid not null references stay_fact (id),
    upload_id uuid not null references upload (id),
    primary key (stay_fact_id, upload_id)
  );
  create trigger append_only before update or delete or truncate on stay_fact_upload
    for each statement execute function app.refuse_change();
`;
