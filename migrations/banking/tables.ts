// What the operator's bank says of its account, entry by entry, and what of it the books have.

const STATEMENTS = `
  create table bank_statement (
    id uuid primary key,
    -- The file that it stands in, and its place there: the same file counts once.
    file_sha256 bytea not null
      constraint bank_statement_sha256 check (length(file_sha256) = 32),
    nr integer not null constraint bank_statement_nr check (nr between 1 and 32),
    kind text not null constraint bank_statement_kind check (kind in ('camt.053', 'csv')),
    -- The operator's own.
    account text not null constraint bank_statement_account
      check (account ~ '^[A-Z0-9/]+$' and length(account) <= 35),
    currency char(3) not null
      constraint bank_statement_currency check (currency ~ '^[A-Z]{3}$'),
    from_on date not null,
    to_on date not null constraint bank_statement_days check (to_on >= from_on),
    opening_minor bigint not null,
    closing_minor bigint not null,
    -- Those that no statement before it had.
    entries integer not null constraint bank_statement_entries check (entries between 0 and 5000),
    follows uuid references bank_statement (id),
    sent_by uuid not null references account (id),
    -- Of the legal clock.
    sent_at timestamptz not null,
    -- When its entries were first held against the books; of the wall clock.
    taken_at timestamptz,
    constraint bank_statement_of_content unique (file_sha256, nr),
    constraint bank_statement_followed_once unique (follows)
  );
  -- One beginning, and each is followed once: no two can add the same days.
  create unique index bank_statement_first on bank_statement (account, currency)
    where follows is null;
  create index bank_statement_of_account on bank_statement (account, currency, to_on);
  create index bank_statement_sent on bank_statement (sent_at, id);
  create index bank_statement_not_taken on bank_statement (id) where taken_at is null;

  create table bank_entry (
    id uuid primary key,
    statement_id uuid not null references bank_statement (id),
    -- From 1, in the order in which they were kept.
    nr integer not null constraint bank_entry_nr check (nr > 0),
    account text not null,
    currency char(3) not null,
    -- By day, amount, the bank's number and place: the same in every statement that shows it.
    name text not null constraint bank_entry_name check (length(name) <= 120),
    -- Below zero for what left the account.
    amount_minor bigint not null constraint bank_entry_amount check (amount_minor <> 0),
    booked_on date not null,
    bank_reference text constraint bank_entry_reference check (length(bank_reference) <= 35),
    -- What the entry names of ours; whether there is such a thing is not said.
    disbursement_id uuid,
    payment_file_id uuid,
    processor_object text constraint bank_entry_object
      check (processor_object ~ '^(po|tu)_[A-Za-z0-9]{1,60}$'),
    constraint bank_entry_of_statement unique (statement_id, nr),
    constraint bank_entry_once unique (account, currency, name)
  );
  create index bank_entry_booked on bank_entry (account, currency, booked_on);
  create trigger append_only before update or delete or truncate on bank_entry
    for each statement execute function app.refuse_change();
`;

const COMPARED = `
  -- Which rows of the books an entry shows: several where the bank books a file of payments at once.
  create table bank_match (
    owner_id uuid not null,
    seq integer not null,
    entry_id uuid not null references bank_entry (id),
    way text not null constraint bank_match_way check (way in ('name', 'file', 'amount', 'booked')),
    learned_at timestamptz not null default clock_timestamp(),
    constraint bank_match_pkey primary key (owner_id, seq),
    constraint bank_match_transfer foreign key (owner_id, seq)
      references ledger.transfer (owner_id, seq)
  );
  create index bank_match_of_entry on bank_match (entry_id);
  create trigger append_only before update or delete or truncate on bank_match
    for each statement execute function app.refuse_change();

  -- What one side has and the other does not: few, so that what is new is held against them alone.
  create table bank_open (
    id uuid primary key,
    side text not null constraint bank_open_side check (side in ('bank', 'books')),
    entry_id uuid references bank_entry (id),
    owner_id uuid,
    seq integer,
    currency char(3) not null,
    amount_minor bigint not null,
    day date not null,
    -- Of the legal clock; when the treasury brought the entry.
    kept_on date,
    -- Booked before the first day of the first statement: its entry may lie before it as well.
    is_before boolean not null default false,
    difference_id uuid references money_difference (id),
    constraint bank_open_transfer unique (owner_id, seq),
    constraint bank_open_of_side check (case side
      when 'bank' then entry_id is not null and entry_id = id and kept_on is not null
        and owner_id is null and seq is null and not is_before
      else entry_id is null and kept_on is null and owner_id is not null and seq is not null end),
    constraint bank_open_told check (not is_before or difference_id is null)
  );
  create index bank_open_told_of on bank_open (difference_id) where difference_id is not null;

  -- How far the books were read, by currency; what they had before the first statement, as a sum.
  create table bank_reading (
    currency char(3) primary key,
    from_on date not null,
    transfers_until timestamptz not null,
    before_minor bigint not null,
    compared_at timestamptz not null
  );
`;

const DIFFERENCES = `
  alter table money_difference
    drop constraint money_difference_subject,
    add constraint money_difference_subject check (subject in ('payment', 'refund', 'dispute',
      'payout', 'top_up', 'processor_fee', 'bank_transfer', 'bank_entry', 'other')),
    drop constraint money_difference_kind,
    add constraint money_difference_kind check (kind in
      ('not_booked', 'fee_not_booked', 'not_moved', 'other_amount', 'bank_only', 'not_at_bank')),
    drop constraint money_difference_sides,
    add constraint money_difference_sides check ((moved_minor is null) = (moved_fee_minor is null)
      and (booked_minor is null) = (booked_fee_minor is null)
      and (kind in ('not_moved', 'not_at_bank')) = (moved_minor is null)
      and (kind <> 'bank_only' or booked_minor is null)
      and (moved_minor, moved_fee_minor) is distinct from (booked_minor, booked_fee_minor)),
    drop constraint money_difference_remedy,
    -- Only the operator's own money is booked from here; a bank is asked by people, not by us.
    add constraint money_difference_remedy check (case
      when kind = 'not_at_bank' or kind = 'bank_only' and subject <> 'bank_entry'
        then proposed_by is null and state not in ('asked', 'proposed', 'confirmed')
      when subject in ('payment', 'refund', 'dispute')
        then proposed_by is null and state not in ('proposed', 'confirmed')
      else state <> 'asked' end);
`;

export const BANKING_TABLES = DIFFERENCES + STATEMENTS + COMPARED;
