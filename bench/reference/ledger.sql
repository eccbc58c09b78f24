-- FROZEN. The yardstick of the bench `ledger`: do not follow changes of the migrations.
-- It is the ledger's tables, with every constraint, index and trigger, and its step `receive`, as
-- they were when the goals were set, in a schema of their own.
-- Why it is the limit: one call in one transaction is the least that can be asked of PostgreSQL to
-- book one receipt by these rules. No application stands in between, so whatever a data layer adds
-- (opening the transaction, saying who asks, committing, and turning rows into objects) shows in
-- the ratio; and a slow function of ours cannot slow its own yardstick.

create schema bench_ledger;

-- An owner is a bond, a received payment (its suspense) or a treasury step. Only these accounts
-- carry a balance, and the CHECKs on it are what makes returning more than there is impossible.
create table bench_ledger.account (
  owner_id uuid    primary key,
  kind     text    not null,
  currency char(3) not null,
  held     bigint  not null default 0,  -- minor units owed to this owner, what is reserved included
  reserved bigint  not null default 0,  -- minor units promised to a way out and not yet gone
  -- the owner's newest transfer: gapless, it moves with the insert
  last_seq integer not null default 0,
  constraint account_currency unique (owner_id, currency),
  constraint account_kind check (kind in ('bond', 'suspense', 'treasury')),
  constraint account_currency_code check (currency ~ '^[A-Z]{3}$'),
  constraint account_held check (held >= 0),
  constraint account_reserved check (reserved between 0 and held),
  constraint account_treasury_holds_nothing check (kind <> 'treasury' or held = 0)
) with (fillfactor = 70);  -- room for updates in place: no index covers a balance

-- A decision says how much of an owner's money may go where. All attempts under it share its caps.
create table bench_ledger.decision (
  id           uuid        primary key,
  owner_id     uuid        not null,
  refund       bigint      not null default 0,  -- minor units that may go back to the payer
  forfeit      bigint      not null default 0,  -- minor units that may go to the state
  currency     char(3)     not null,
  -- the rule that made it; only the worker may write this
  rule         text,
  requested_by uuid,
  approved_by  uuid,
  decided_at   timestamptz not null,            -- legal clock, passed in
  constraint decision_owner foreign key (owner_id, currency)
    references bench_ledger.account (owner_id, currency),
  constraint decision_amounts check (refund >= 0 and forfeit >= 0 and refund + forfeit > 0),
  constraint decision_rule_or_people check ((rule is null) <> (requested_by is null)),
  constraint decision_two_people check (approved_by is null or approved_by <> requested_by),
  constraint decision_no_rule_forfeits check (rule is null or approved_by is null and forfeit = 0),
  constraint decision_rule_length check (length(rule) between 1 and 40)
);

create function bench_ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on %: the books are only added to', tg_op, tg_table_name
    using errcode = 'VB009';
end $$;

-- Who asks and who approves are the person of the transaction's context, and nothing else of a
-- decision ever changes.
create function bench_ledger.guard_decision() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.approved_by is not null
       or new.rule is null and new.requested_by is distinct from app.actor() then
      raise exception 'decision %: one asks in one''s own name', new.id using errcode = 'VB005';
    end if;
    return new;
  end if;
  if (to_jsonb(new) - 'approved_by') is distinct from (to_jsonb(old) - 'approved_by') then
    raise exception 'decision %: a decision is never edited', new.id using errcode = 'VB009';
  end if;
  if old.approved_by is not null then
    raise exception 'decision % is approved already', old.id using errcode = 'VB005';
  end if;
  if new.approved_by is distinct from app.actor() then
    raise exception 'decision %: one approves in one''s own name', new.id using errcode = 'VB005';
  end if;
  return new;
end $$;

create trigger guard_decision before insert or update on bench_ledger.decision
  for each row execute function bench_ledger.guard_decision();
create trigger never_removed before delete or truncate on bench_ledger.decision
  for each statement execute function bench_ledger.refuse_change();
create trigger never_removed before delete or truncate on bench_ledger.account
  for each statement execute function bench_ledger.refuse_change();

-- One row debits one account and credits another, so every row balances by construction. A row has
-- one owner and touches at most that owner's guarded account. The owner's id leads every key.
create table bench_ledger.transfer (
  owner_id    uuid        not null,
  seq         integer     not null,
  phase       text        not null,  -- only post and settle move money
  code        text        not null,
  debit       text        not null,
  credit      text        not null,
  amount      bigint      not null,  -- minor units
  currency    char(3)     not null,
  -- object and what happened to it: re_1:succeeded; never an event id
  cause       text        not null,
  line        smallint    not null,
  -- SHA-256 of what the caller asked, the same on every line of a cause
  asked       bytea       not null,
  -- the owner's row that this one settles, voids, undoes or passes on
  follows     integer,
  decision_id uuid,
  payment_id  uuid,                  -- money coming in: the received payment it is part of
  happened_at timestamptz not null,  -- when it happened: given by the caller
  learned_at  timestamptz not null default clock_timestamp(),
  booked_by   name        not null default session_user,
  constraint transfer_pkey primary key (owner_id, seq),
  constraint transfer_cause unique (owner_id, cause, line),
  constraint transfer_followed_once unique (owner_id, follows),
  constraint transfer_account foreign key (owner_id, currency)
    references bench_ledger.account (owner_id, currency),
  constraint transfer_follows foreign key (owner_id, follows)
    references bench_ledger.transfer (owner_id, seq),
  constraint transfer_decision foreign key (decision_id) references bench_ledger.decision,
  constraint transfer_phase check (phase in ('post', 'reserve', 'settle', 'void')),
  constraint transfer_amount check (amount > 0),
  constraint transfer_numbers check (seq > 0 and line > 0 and follows < seq),
  constraint transfer_resolves check (phase not in ('settle', 'void') or follows is not null),
  constraint transfer_decided check (phase = 'post' or decision_id is not null),
  constraint transfer_cause_form check (cause ~ '^[^[:space:]]+:[^[:space:]]+$'
    and length(cause) <= 200),
  -- The chart of events: what is not in it cannot be booked. Shared accounts are names without a
  -- row: a foreign key to them cost up to 11 % at 64 clients, a balance on them a factor of four.
  constraint transfer_chart check ((code, debit, credit) in (
    ('paid',           'processor:clearing',  'bond'),
    ('unmatched',      'processor:clearing',  'suspense'),
    ('matched',        'suspense',            'processor:clearing'),
    ('matched',        'processor:clearing',  'bond'),
    ('fee',            'processor:fees',      'processor:clearing'),
    ('refund',         'bond',                'processor:clearing'),
    ('refund',         'bond',                'bank:escrow'),
    ('refund',         'suspense',            'processor:clearing'),
    ('refund',         'suspense',            'bank:escrow'),
    ('bounced',        'processor:clearing',  'bond'),
    ('bounced',        'bank:escrow',         'bond'),
    ('bounced',        'processor:clearing',  'suspense'),
    ('bounced',        'bank:escrow',         'suspense'),
    ('overpaid',       'operator:losses',     'processor:clearing'),
    ('overpaid',       'operator:losses',     'bank:escrow'),
    ('forfeit',        'bond',                'state:forfeited'),
    ('remitted',       'state:forfeited',     'state:remitted'),
    ('rescinded',      'state:forfeited',     'bond'),
    ('rescinded',      'state:remitted',      'bond'),
    ('withdrawn',      'disputes:receivable', 'processor:clearing'),
    ('reinstated',     'processor:clearing',  'disputes:receivable'),
    ('charged_back',   'bond',                'disputes:receivable'),
    ('charged_back',   'suspense',            'disputes:receivable'),
    ('lost',           'operator:losses',     'disputes:receivable'),
    ('recovered',      'bond',                'operator:losses'),
    ('recovered',      'suspense',            'operator:losses'),
    ('payout',         'bank:escrow',         'processor:clearing'),
    ('funded',         'bank:escrow',         'operator:funding'),
    ('topped_up',      'processor:clearing',  'bank:escrow'),
    ('remittance',     'state:remitted',      'bank:escrow'),
    ('state_repaid',   'bank:escrow',         'state:remitted')))
);

-- Where suspense began. It finds suspense with money in it without an index on a balance, which
-- would make every update of an account touch the index.
create index transfer_unmatched on bench_ledger.transfer (owner_id) where code = 'unmatched';

-- The gate of money coming in. A payment may go to a bond, to suspense or to both, under different
-- owners, so a key that leads with the owner cannot stop it from being booked twice; this one can.
create table bench_ledger.received_payment (
  id          uuid        primary key,
  amount      bigint      not null,
  currency    char(3)     not null,
  cause       text        not null,
  bond_id     uuid,
  to_bond     bigint      not null,
  happened_at timestamptz not null,
  learned_at  timestamptz not null default clock_timestamp(),
  constraint received_payment_amount check (amount > 0),
  constraint received_payment_split check (to_bond between 0 and amount
    and (bond_id is null) = (to_bond = 0))
);

create trigger append_only before update or delete or truncate on bench_ledger.transfer
  for each statement execute function bench_ledger.refuse_change();
create trigger append_only before update or delete or truncate on bench_ledger.received_payment
  for each statement execute function bench_ledger.refuse_change();

create function bench_ledger.hash_of(variadic parts text[]) returns bytea language sql immutable as $$
  select sha256(convert_to(array_to_string(parts, '|', '~'), 'UTF8'))
$$;

create function bench_ledger.append(
  p_owner uuid, p_phase text, p_code text, p_debit text, p_credit text, p_amount bigint,
  p_cause text, p_line integer, p_asked bytea, p_happened_at timestamptz,
  p_follows integer default null, p_decision uuid default null, p_payment uuid default null,
  p_currency char(3) default null) returns integer language plpgsql as $$
declare
  v_moves boolean := p_phase in ('post', 'settle');
  v_account bench_ledger.account;
begin
  if p_currency is not null then
    -- Not DO UPDATE: it arbitrates on one unique index only, and the account has two, so that of two
    -- payments opening it at the same moment one could be refused.
    insert into bench_ledger.account (owner_id, kind, currency, held, last_seq)
      values (p_owner, p_credit, p_currency, p_amount, 1) on conflict do nothing
      returning * into v_account;
    if not found then
      update bench_ledger.account set held = held + p_amount, last_seq = last_seq + 1
        where owner_id = p_owner returning * into strict v_account;
    end if;
  else
    update bench_ledger.account a set
        held = held + case when not v_moves then 0 when p_credit = a.kind then p_amount
                           when p_debit = a.kind then -p_amount else 0 end,
        reserved = reserved + case p_phase when 'reserve' then p_amount when 'post' then 0
                                           else -p_amount end,
        last_seq = last_seq + 1
      where owner_id = p_owner returning * into strict v_account;
  end if;
  if p_debit in ('bond', 'suspense') and p_debit <> v_account.kind
     or p_credit in ('bond', 'suspense') and p_credit <> v_account.kind
     or p_currency <> v_account.currency then
    raise exception '% -> % % does not belong to a % account in %',
      p_debit, p_credit, p_currency, v_account.kind, v_account.currency using errcode = 'VB002';
  end if;
  if p_currency is not null and v_account.last_seq > 1 and exists (
      select from bench_ledger.transfer where owner_id = p_owner and cause = p_cause) then
    raise exception 'cause % of owner % was booked with other content', p_cause, p_owner
      using errcode = 'VB001';
  end if;
  insert into bench_ledger.transfer (owner_id, seq, phase, code, debit, credit, amount, currency,
      cause, line, asked, follows, decision_id, payment_id, happened_at)
    values (p_owner, v_account.last_seq, p_phase, p_code, p_debit, p_credit, p_amount,
      v_account.currency, p_cause, p_line, p_asked, p_follows, p_decision, p_payment,
      p_happened_at);
  return v_account.last_seq;
end $$;

create function bench_ledger.loss_of(p_owner uuid) returns bigint language sql stable as $$
  select coalesce(sum(case when debit = 'operator:losses' then amount else -amount end), 0)::bigint
  from bench_ledger.transfer where owner_id = p_owner and 'operator:losses' in (debit, credit)
$$;

create function bench_ledger.receive(
  p_payment uuid, p_amount bigint, p_currency char(3), p_bond uuid, p_to_bond bigint,
  p_cause text, p_happened_at timestamptz)
  returns table (bond_id uuid, to_bond bigint, to_suspense bigint, replayed boolean)
  language plpgsql security definer set search_path = bench_ledger, pg_temp as $$
#variable_conflict use_column
declare
  v_asked bytea := bench_ledger.hash_of('receive', p_payment::text, p_amount::text, p_currency, p_cause);
  r bench_ledger.received_payment;
  v_seq integer;
begin
  if p_bond is not null and bench_ledger.loss_of(p_bond) > 0 then
    p_bond := null;
    p_to_bond := 0;
  end if;
  insert into bench_ledger.received_payment (id, amount, currency, cause, bond_id, to_bond, happened_at)
    values (p_payment, p_amount, p_currency, p_cause, p_bond, p_to_bond, p_happened_at)
    on conflict (id) do nothing;
  if not found then
    select * into r from bench_ledger.received_payment where id = p_payment;
    if (r.amount, r.currency, r.cause) is distinct from (p_amount, p_currency, p_cause) then
      raise exception 'payment % was received with other content', p_payment
        using errcode = 'VB001';
    end if;
    return query select r.bond_id, r.to_bond, r.amount - r.to_bond, true;
    return;
  end if;
  -- The payment's account before the bond's: the order of match.
  if p_to_bond < p_amount then
    perform bench_ledger.append(p_payment, 'post', 'unmatched', 'processor:clearing', 'suspense',
      p_amount - p_to_bond, p_cause, 1, v_asked, p_happened_at, null, null, p_payment, p_currency);
  end if;
  if p_to_bond > 0 then
    v_seq := bench_ledger.append(p_bond, 'post', 'paid', 'processor:clearing', 'bond', p_to_bond,
      p_cause, 1, v_asked, p_happened_at, null, null, p_payment, p_currency);
    -- A dispute was lost since the first look, before the lock was ours: the retry will see it.
    if v_seq > 1 and bench_ledger.loss_of(p_bond) > 0 then
      raise exception 'bond % has had a loss in the meantime', p_bond using errcode = '40001';
    end if;
  end if;
  return query select p_bond, p_to_bond, p_amount - p_to_bond, false;
end $$;

grant usage on schema bench_ledger to worker;
revoke execute on all functions in schema bench_ledger from public;
grant execute on function
  bench_ledger.receive(uuid, bigint, char, uuid, bigint, text, timestamptz) to worker;
