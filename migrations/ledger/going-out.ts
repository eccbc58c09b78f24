// Steps of money going out: reserved first, then settled or voided, and taken back when it bounces.

export const goingOut = `
-- Sets money aside for one way out. The cause is the attempt (a disbursement), not the decision: a
-- second attempt under the same decision is a new cause, and the decision caps all of them
-- together. What a rule decided is the worker's alone to pay out.
create function ledger.reserve(
  p_owner uuid, p_code text, p_to text, p_amount bigint, p_currency char(3), p_decision uuid,
  p_cause text, p_happened_at timestamptz)
  returns integer language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_asked bytea := ledger.hash_of('reserve', p_owner::text, p_code, p_to, p_amount::text,
    p_currency, p_decision::text);
  d ledger.decision;
begin
  if ledger.seen(p_owner, p_cause, v_asked, p_currency) then
    return (select seq from ledger.transfer
      where owner_id = p_owner and cause = p_cause and line = 1);
  end if;
  select * into d from ledger.decision where id = p_decision and owner_id = p_owner;
  if not found or d.rule is null and d.approved_by is null then
    raise exception 'decision % is neither made by a rule nor by two people', p_decision
      using errcode = 'VB003';
  end if;
  if d.rule is not null and app.login() = 'officer' then
    raise exception 'decision % was made by a rule', p_decision using errcode = 'VB003';
  end if;
  if ledger.used(p_decision, p_owner, p_code) + p_amount
     > (case p_code when 'refund' then d.refund when 'forfeit' then d.forfeit else 0 end) then
    raise exception 'decision % allows no further % of %', p_decision, p_code, p_amount
      using errcode = 'VB003';
  end if;
  return ledger.append(p_owner, 'reserve', p_code,
    (select kind from ledger.account where owner_id = p_owner), p_to, p_amount,
    p_cause, 1, v_asked, p_happened_at, null, p_decision);
end $$;

-- A refund left although its reserve was voided: what is available pays, the operator bears the rest.
create function ledger.settle_late(
  r ledger.transfer, p_void integer, p_cause text, p_asked bytea, p_happened_at timestamptz)
  returns void language plpgsql as $$
declare
  v_there bigint := (select least(r.amount, held - reserved)
    from ledger.account where owner_id = r.owner_id);
begin
  if v_there > 0 then
    perform ledger.append(r.owner_id, 'post', 'refund', r.debit, r.credit, v_there,
      p_cause, 1, p_asked, p_happened_at, p_void, r.decision_id);
  end if;
  if v_there < r.amount then
    perform ledger.append(r.owner_id, 'post', 'overpaid', 'operator:losses', r.credit,
      r.amount - v_there, p_cause, 2, p_asked, p_happened_at,
      case when v_there = 0 then p_void end, r.decision_id);
  end if;
end $$;

-- The way out succeeded. That it left after its reserve was voided must be bookable too; that it
-- left again after it was taken back is for a person, since nothing tells it from stale news.
create function ledger.settle(p_owner uuid, p_reserve integer, p_cause text,
  p_happened_at timestamptz)
  returns text language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_asked bytea := ledger.hash_of('settle', p_owner::text, p_reserve::text);
  r ledger.transfer;
  n ledger.transfer;
  s ledger.transfer;
begin
  if ledger.seen(p_owner, p_cause, v_asked) then return 'replayed'; end if;
  r := ledger.row_of(p_owner, p_reserve);
  if r.phase <> 'reserve' then
    raise exception 'transfer % is not a reserve', p_reserve using errcode = 'VB002';
  end if;
  n := ledger.after(p_owner, p_reserve);
  if n.phase = 'void' and r.code <> 'refund' then
    raise exception 'reserve % was voided', p_reserve using errcode = 'VB004';
  end if;
  s := case n.phase when 'void' then ledger.after(p_owner, n.seq) else n end;
  if s.seq is not null then
    if (ledger.after(p_owner, s.seq)).code = 'bounced' then
      raise exception 'reserve % was settled and taken back', p_reserve using errcode = 'VB004';
    end if;
    return 'already_settled';
  end if;
  if n.phase = 'void' then
    perform ledger.settle_late(r, n.seq, p_cause, v_asked, p_happened_at);
    return 'settled_late';
  end if;
  perform ledger.append(p_owner, 'settle', r.code, r.debit, r.credit, r.amount,
    p_cause, 1, v_asked, p_happened_at, p_reserve, r.decision_id);
  return 'settled';
end $$;

-- The way out failed, and nothing left.
create function ledger.void(p_owner uuid, p_reserve integer, p_cause text,
  p_happened_at timestamptz)
  returns text language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_asked bytea := ledger.hash_of('void', p_owner::text, p_reserve::text);
  r ledger.transfer;
  n ledger.transfer;
begin
  if ledger.seen(p_owner, p_cause, v_asked) then return 'replayed'; end if;
  r := ledger.row_of(p_owner, p_reserve);
  if r.phase <> 'reserve' then
    raise exception 'transfer % is not a reserve', p_reserve using errcode = 'VB002';
  end if;
  n := ledger.after(p_owner, p_reserve);
  if n.phase = 'void' then return 'already_voided'; end if;
  if n.phase = 'settle' then
    raise exception 'reserve % was settled: take it back instead', p_reserve
      using errcode = 'VB004';
  end if;
  perform ledger.append(p_owner, 'void', r.code, r.debit, r.credit, r.amount,
    p_cause, 1, v_asked, p_happened_at, p_reserve, r.decision_id);
  perform ledger.recover(p_owner, p_cause, 2, v_asked, p_happened_at);
  return 'voided';
end $$;

-- Failed after success, or bounced by the bank: the money is back. Named by its reserve.
create function ledger.take_back(p_owner uuid, p_reserve integer, p_cause text,
  p_happened_at timestamptz)
  returns text language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_asked bytea := ledger.hash_of('take_back', p_owner::text, p_reserve::text);
  r ledger.transfer;
  s ledger.transfer;
begin
  if ledger.seen(p_owner, p_cause, v_asked) then return 'replayed'; end if;
  r := ledger.row_of(p_owner, p_reserve);
  if r.phase <> 'reserve' then
    raise exception 'transfer % is not a reserve', p_reserve using errcode = 'VB002';
  end if;
  s := ledger.after(p_owner, p_reserve);
  if s.phase = 'void' then s := ledger.after(p_owner, s.seq); end if;  -- settled late
  if s.code is null or s.code not in ('refund', 'overpaid') then
    raise exception 'reserve % is not a settled refund', p_reserve using errcode = 'VB004';
  end if;
  if (ledger.after(p_owner, s.seq)).seq is not null then return 'already_taken_back'; end if;
  perform ledger.append(p_owner, 'post', 'bounced', r.credit, r.debit, r.amount,
    p_cause, 1, v_asked, p_happened_at, s.seq, r.decision_id);
  perform ledger.recover(p_owner, p_cause, 2, v_asked, p_happened_at);
  return 'taken_back';
end $$;
`;
