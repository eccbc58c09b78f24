// What is counted differently, and how far both sides have been compared.

const DIFFERENCE = `
  create table money_difference (
    id uuid primary key,
    object_id text not null constraint money_difference_object
      check (object_id ~ '^[^[:space:]:]+$' and length(object_id) <= 100),
    currency char(3) not null
      constraint money_difference_currency check (currency ~ '^[A-Z]{3}$'),
    subject text not null constraint money_difference_subject check (subject in
      ('payment', 'refund', 'dispute', 'payout', 'top_up', 'processor_fee', 'other')),
    kind text not null constraint money_difference_kind
      check (kind in ('not_booked', 'fee_not_booked', 'not_moved', 'other_amount')),
    -- Null where that side has nothing of it.
    moved_minor bigint,
    moved_fee_minor bigint,
    booked_minor bigint,
    booked_fee_minor bigint,
    -- When the money moved, or was booked where it did not; of the processor's clock.
    since timestamptz not null,
    -- Of the legal clock.
    found_at timestamptz not null,
    -- When it was last compared; of the wall clock.
    checked_at timestamptz not null,
    taken_by uuid references account (id),
    proposed_by uuid references account (id),
    confirmed_by uuid references account (id),
    state text not null constraint money_difference_state
      check (state in ('open', 'asked', 'proposed', 'confirmed', 'closed')),
    state_since timestamptz not null,
    version integer not null default 1,
    constraint money_difference_sides check ((moved_minor is null) = (moved_fee_minor is null)
      and (booked_minor is null) = (booked_fee_minor is null)
      and (kind = 'not_moved') = (moved_minor is null)
      and (moved_minor, moved_fee_minor) is distinct from (booked_minor, booked_fee_minor)),
    constraint money_difference_two_people check (confirmed_by <> proposed_by
      and (confirmed_by is null or proposed_by is not null)),
    -- Only the operator's own money is booked from here.
    constraint money_difference_remedy check (case
      when subject in ('payment', 'refund', 'dispute')
        then proposed_by is null and state not in ('proposed', 'confirmed')
      else state <> 'asked' end),
    constraint money_difference_said check (case state
      when 'open' then proposed_by is null and confirmed_by is null
      when 'asked' then proposed_by is null and confirmed_by is null
      when 'proposed' then proposed_by is not null and confirmed_by is null
      when 'confirmed' then confirmed_by is not null
      else true end)
  );
  create unique index money_difference_one_open on money_difference (object_id, currency)
    where state in ('open', 'asked', 'proposed', 'confirmed');
  create index money_difference_unsettled on money_difference (since, id)
    where state in ('open', 'asked', 'proposed', 'confirmed');
  create index money_difference_confirmed on money_difference (object_id)
    where confirmed_by is not null;
  create index money_difference_since on money_difference (since, id);
`;

// One row: what each side had learned by then is compared; later news is still to come.
const PROGRESS = `
  create table comparison_progress (
    one boolean primary key default true constraint comparison_progress_one check (one),
    movements_until timestamptz not null,
    transfers_until timestamptz not null,
    compared_at timestamptz not null
  );
`;

export const TABLES = DIFFERENCE + PROGRESS;
