// What the steps are made of. No process may execute these.

export const inside = `
create function ledger.hash_of(variadic parts text[]) returns bytea language sql immutable as $$
  select sha256(convert_to(array_to_string(parts, '|', '~'), 'UTF8'))
$$;

-- Opens the owner's account where it is new; where it is not, it must be of this kind and currency.
create function ledger.open(p_owner uuid, p_kind text, p_currency char(3))
  returns void language plpgsql as $$
begin
  insert into ledger.account (owner_id, kind, currency) values (p_owner, p_kind, p_currency)
    on conflict do nothing;
  if not found and not exists (
      select from ledger.account
      where owner_id = p_owner and kind = p_kind and currency = p_currency) then
    raise exception 'owner % is not a % account in %', p_owner, p_kind, p_currency
      using errcode = 'VB002';
  end if;
end $$;

-- Locks the owner; true when this cause was booked before with the same content. Comes before
-- anything else is read or computed, so one owner's steps happen one after the other and steps of
-- different owners never wait for each other. (NO KEY: a foreign key to the account does not wait.)
create function ledger.seen(p_owner uuid, p_cause text, p_asked bytea,
  p_currency char(3) default null)
  returns boolean language plpgsql as $$
declare
  v_account ledger.account;
  v_asked bytea;
begin
  select * into v_account from ledger.account where owner_id = p_owner for no key update;
  if not found then
    raise exception 'no account for owner %', p_owner using errcode = 'VB002';
  end if;
  if p_currency <> v_account.currency then
    raise exception 'owner % is not kept in %', p_owner, p_currency using errcode = 'VB002';
  end if;
  select asked into v_asked from ledger.transfer
    where owner_id = p_owner and cause = p_cause limit 1;
  if v_asked is null then return false; end if;
  if v_asked = p_asked then return true; end if;
  raise exception 'cause % of owner % was booked with other content', p_cause, p_owner
    using errcode = 'VB001';
end $$;

-- The only writer of transfers and balances. Money coming in names its currency and opens the
-- owner's account where it is new; the caller has not locked it, so the cause is checked here.
create function ledger.append(
  p_owner uuid, p_phase text, p_code text, p_debit text, p_credit text, p_amount bigint,
  p_cause text, p_line integer, p_asked bytea, p_happened_at timestamptz,
  p_follows integer default null, p_decision uuid default null, p_payment uuid default null,
  p_currency char(3) default null) returns integer language plpgsql as $$
declare
  v_moves boolean := p_phase in ('post', 'settle');
  v_account ledger.account;
begin
  if p_currency is not null then
    -- Not DO UPDATE: it arbitrates on one unique index only, and the account has two, so that of two
    -- payments opening it at the same moment one could be refused.
    insert into ledger.account (owner_id, kind, currency, held, last_seq)
      values (p_owner, p_credit, p_currency, p_amount, 1) on conflict do nothing
      returning * into v_account;
    if not found then
      update ledger.account set held = held + p_amount, last_seq = last_seq + 1
        where owner_id = p_owner returning * into strict v_account;
    end if;
  else
    update ledger.account a set
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
      select from ledger.transfer where owner_id = p_owner and cause = p_cause) then
    raise exception 'cause % of owner % was booked with other content', p_cause, p_owner
      using errcode = 'VB001';
  end if;
  insert into ledger.transfer (owner_id, seq, phase, code, debit, credit, amount, currency,
      cause, line, asked, follows, decision_id, payment_id, happened_at)
    values (p_owner, v_account.last_seq, p_phase, p_code, p_debit, p_credit, p_amount,
      v_account.currency, p_cause, p_line, p_asked, p_follows, p_decision, p_payment,
      p_happened_at);
  return v_account.last_seq;
end $$;

-- What the operator bears on this owner at the moment.
create function ledger.loss_of(p_owner uuid) returns bigint language sql stable as $$
  select coalesce(sum(case when debit = 'operator:losses' then amount else -amount end), 0)::bigint
  from ledger.transfer where owner_id = p_owner and 'operator:losses' in (debit, credit)
$$;

-- What became free makes the operator's loss on this owner good before anything else: so disputes
-- and refunds end in the same books in whatever order their news arrives.
create function ledger.recover(p_owner uuid, p_cause text, p_line integer, p_asked bytea,
  p_happened_at timestamptz)
  returns void language plpgsql as $$
declare
  v_loss bigint := ledger.loss_of(p_owner);
  v_account ledger.account;
  v_amount bigint;
begin
  if v_loss = 0 then return; end if;
  select * into v_account from ledger.account where owner_id = p_owner;
  v_amount := least(v_loss, v_account.held - v_account.reserved);
  if v_amount > 0 then
    perform ledger.append(p_owner, 'post', 'recovered', v_account.kind, 'operator:losses', v_amount,
      p_cause, p_line, p_asked, p_happened_at);
  end if;
end $$;

-- The row \`p_seq\` of an owner whose lock is held, and the row that follows it, if any.
create function ledger.row_of(p_owner uuid, p_seq integer)
  returns ledger.transfer language plpgsql as $$
declare
  t ledger.transfer;
begin
  select * into t from ledger.transfer where owner_id = p_owner and seq = p_seq;
  if not found then
    raise exception 'owner % has no transfer %', p_owner, p_seq using errcode = 'VB002';
  end if;
  return t;
end $$;

create function ledger.after(p_owner uuid, p_seq integer)
  returns ledger.transfer language sql stable as $$
  select * from ledger.transfer where owner_id = p_owner and follows = p_seq
$$;

create function ledger.must_not_be_followed(p_owner uuid, p_seq integer)
  returns void language plpgsql as $$
begin
  if (ledger.after(p_owner, p_seq)).seq is not null then
    raise exception 'transfer % of owner % was followed by another', p_seq, p_owner
      using errcode = 'VB004';
  end if;
end $$;

-- How much of a decision is in use: reserved, or gone and not come back.
create function ledger.used(p_decision uuid, p_owner uuid, p_code text)
  returns bigint language sql stable as $$
  select coalesce(sum(case
      when phase = 'reserve' or phase = 'post' and code in (p_code, 'overpaid') then amount
      when phase = 'void' or code = 'bounced' then -amount
      else 0 end), 0)::bigint
  from ledger.transfer
  where owner_id = p_owner and decision_id = p_decision
    and p_code = case when code in ('bounced', 'overpaid') then 'refund' else code end
$$;
`;
