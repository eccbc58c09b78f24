// Steps of money coming in. Whatever arrives at the processor is booked: to a bond or to suspense.

export const comingIn = `
-- How much of it the bond takes is the caller's decision; a repeat returns the first split. But a
-- bond on which the operator bears a loss takes nothing: new money is not there to make good an
-- older payment's loss, so it waits in suspense, as it would had it come first and found the bond
-- full.
create function ledger.receive(
  p_payment uuid, p_amount bigint, p_currency char(3), p_bond uuid, p_to_bond bigint,
  p_cause text, p_happened_at timestamptz)
  returns table (bond_id uuid, to_bond bigint, to_suspense bigint, replayed boolean)
  language plpgsql security definer set search_path = ledger, pg_temp as $$
#variable_conflict use_column
declare
  v_asked bytea := ledger.hash_of('receive', p_payment::text, p_amount::text, p_currency, p_cause);
  r ledger.received_payment;
  v_seq integer;
begin
  if p_bond is not null and ledger.loss_of(p_bond) > 0 then
    p_bond := null;
    p_to_bond := 0;
  end if;
  insert into ledger.received_payment (id, amount, currency, cause, bond_id, to_bond, happened_at)
    values (p_payment, p_amount, p_currency, p_cause, p_bond, p_to_bond, p_happened_at)
    on conflict (id) do nothing;
  if not found then
    select * into r from ledger.received_payment where id = p_payment;
    if (r.amount, r.currency, r.cause) is distinct from (p_amount, p_currency, p_cause) then
      raise exception 'payment % was received with other content', p_payment
        using errcode = 'VB001';
    end if;
    return query select r.bond_id, r.to_bond, r.amount - r.to_bond, true;
    return;
  end if;
  -- The payment's account before the bond's: the order of match.
  if p_to_bond < p_amount then
    perform ledger.append(p_payment, 'post', 'unmatched', 'processor:clearing', 'suspense',
      p_amount - p_to_bond, p_cause, 1, v_asked, p_happened_at, null, null, p_payment, p_currency);
  end if;
  if p_to_bond > 0 then
    v_seq := ledger.append(p_bond, 'post', 'paid', 'processor:clearing', 'bond', p_to_bond,
      p_cause, 1, v_asked, p_happened_at, null, null, p_payment, p_currency);
    -- A dispute was lost since the first look, before the lock was ours: the retry will see it.
    if v_seq > 1 and ledger.loss_of(p_bond) > 0 then
      raise exception 'bond % has had a loss in the meantime', p_bond using errcode = '40001';
    end if;
  end if;
  return query select p_bond, p_to_bond, p_amount - p_to_bond, false;
end $$;

-- Money in suspense belongs to a bond after all: one cause, one row per owner.
create function ledger.match(
  p_payment uuid, p_bond uuid, p_amount bigint, p_currency char(3), p_cause text,
    p_happened_at timestamptz)
  returns void language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_asked bytea := ledger.hash_of('match', p_payment::text, p_bond::text, p_amount::text,
    p_currency);
begin
  if p_bond is null then
    raise exception 'no bond to match payment % with', p_payment using errcode = 'VB002';
  end if;
  if ledger.seen(p_payment, p_cause, v_asked, p_currency) then return; end if;
  perform ledger.append(p_payment, 'post', 'matched', 'suspense', 'processor:clearing', p_amount,
    p_cause, 1, v_asked, p_happened_at);
  perform ledger.append(p_bond, 'post', 'matched', 'processor:clearing', 'bond', p_amount,
    p_cause, 1, v_asked, p_happened_at, null, null, p_payment, p_currency);
  if ledger.loss_of(p_bond) > 0 then
    raise exception 'the operator bears a loss on bond %: it takes no new money', p_bond
      using errcode = 'VB006';
  end if;
end $$;

-- The processor's fee. Its owner is the received payment, wherever the money went; it may be known
-- before the payment is booked.
create function ledger.fee(
  p_payment uuid, p_amount bigint, p_currency char(3), p_cause text, p_happened_at timestamptz)
  returns void language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_asked bytea := ledger.hash_of('fee', p_payment::text, p_amount::text, p_currency);
begin
  perform ledger.open(p_payment, 'suspense', p_currency);
  if ledger.seen(p_payment, p_cause, v_asked) then return; end if;
  perform ledger.append(p_payment, 'post', 'fee', 'processor:fees', 'processor:clearing', p_amount,
    p_cause, 1, v_asked, p_happened_at);
end $$;
`;
