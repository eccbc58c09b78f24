// Guarded accounts, decisions, and the trigger that keeps the books from being changed.

export const accounts = `
create schema ledger;

-- An owner is a bond, a received payment (its suspense) or a treasury step. Only these accounts
-- carry a balance, and the CHECKs on it are what makes returning more than there is impossible.
create table ledger.account (
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
create table ledger.decision (
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
    references ledger.account (owner_id, currency),
  constraint decision_amounts check (refund >= 0 and forfeit >= 0 and refund + forfeit > 0),
  constraint decision_rule_or_people check ((rule is null) <> (requested_by is null)),
  constraint decision_two_people check (approved_by is null or approved_by <> requested_by),
  constraint decision_no_rule_forfeits check (rule is null or approved_by is null and forfeit = 0),
  constraint decision_rule_length check (length(rule) between 1 and 40)
);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on %: the books are only added to', tg_op, tg_table_name
    using errcode = 'VB009';
end $$;

-- Who asks and who approves are the person of the transaction's context, and nothing else of a
-- decision ever changes.
create function ledger.guard_decision() returns trigger language plpgsql as $$
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

create trigger guard_decision before insert or update on ledger.decision
  for each row execute function ledger.guard_decision();
create trigger never_removed before delete or truncate on ledger.decision
  for each statement execute function ledger.refuse_change();
create trigger never_removed before delete or truncate on ledger.account
  for each statement execute function ledger.refuse_change();
`;
