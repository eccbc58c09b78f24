// Forfeited money on its way to the state and back, disputes, and steps that belong to no bond.

export const forfeitsAndDisputes = `
-- The settled forfeiture behind a reserve, or a refusal.
create function ledger.forfeiture(p_bond uuid, p_reserve integer)
  returns ledger.transfer language plpgsql as $$
declare
  s ledger.transfer := ledger.after(p_bond, p_reserve);
begin
  if s.phase is distinct from 'settle' or s.code <> 'forfeit' then
    raise exception 'reserve % is not a settled forfeiture', p_reserve using errcode = 'VB004';
  end if;
  return s;
end $$;

-- Forfeited money is put into a remittance to the state; the bank's part of it is \`treasury\`.
create function ledger.remit(p_bond uuid, p_reserve integer, p_cause text,
  p_happened_at timestamptz)
  returns void language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_asked bytea := ledger.hash_of('remit', p_bond::text, p_reserve::text);
  s ledger.transfer;
begin
  if ledger.seen(p_bond, p_cause, v_asked) then return; end if;
  s := ledger.forfeiture(p_bond, p_reserve);
  perform ledger.must_not_be_followed(p_bond, s.seq);
  perform ledger.append(p_bond, 'post', 'remitted', 'state:forfeited', 'state:remitted', s.amount,
    p_cause, 1, v_asked, p_happened_at, s.seq);
end $$;

-- A breach is rescinded after its forfeiture (R24): back to the bond from where the money is, or
-- from what the state then owes.
create function ledger.rescind(
  p_bond uuid, p_reserve integer, p_decision uuid, p_cause text, p_happened_at timestamptz)
  returns void language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_asked bytea := ledger.hash_of('rescind', p_bond::text, p_reserve::text, p_decision::text);
  s ledger.transfer;
  m ledger.transfer;
begin
  if ledger.seen(p_bond, p_cause, v_asked) then return; end if;
  s := ledger.forfeiture(p_bond, p_reserve);
  if not exists (select from ledger.decision
      where id = p_decision and owner_id = p_bond and approved_by is not null
        and refund >= s.amount) then
    raise exception 'decision % does not rescind this', p_decision using errcode = 'VB003';
  end if;
  m := ledger.after(p_bond, s.seq);
  if m.code = 'remitted' then s := m; end if;
  perform ledger.must_not_be_followed(p_bond, s.seq);
  perform ledger.append(p_bond, 'post', 'rescinded',
    case s.code when 'remitted' then 'state:remitted' else 'state:forfeited' end, 'bond', s.amount,
    p_cause, 1, v_asked, p_happened_at, s.seq, p_decision);
  perform ledger.recover(p_bond, p_cause, 2, v_asked, p_happened_at);
end $$;

-- The owner of a dispute is the bond, or the received payment where the money is in suspense.
create function ledger.dispute_withdrawn(
  p_owner uuid, p_amount bigint, p_currency char(3), p_cause text, p_happened_at timestamptz)
  returns integer language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_asked bytea := ledger.hash_of('withdrawn', p_owner::text, p_amount::text, p_currency);
begin
  if ledger.seen(p_owner, p_cause, v_asked, p_currency) then
    return (select seq from ledger.transfer where owner_id = p_owner and cause = p_cause
      and line = 1);
  end if;
  if (select kind from ledger.account where owner_id = p_owner) = 'treasury' then
    raise exception 'owner % has no payment to dispute', p_owner using errcode = 'VB002';
  end if;
  return ledger.append(p_owner, 'post', 'withdrawn', 'disputes:receivable', 'processor:clearing',
    p_amount,
    p_cause, 1, v_asked, p_happened_at);
end $$;

-- The withdrawal behind a dispute that is still undecided, or a refusal.
create function ledger.undecided(p_owner uuid, p_withdrawn integer)
  returns ledger.transfer language plpgsql as $$
declare
  w ledger.transfer := ledger.row_of(p_owner, p_withdrawn);
begin
  if w.code <> 'withdrawn' then
    raise exception 'transfer % is not a dispute', p_withdrawn using errcode = 'VB002';
  end if;
  perform ledger.must_not_be_followed(p_owner, p_withdrawn);
  return w;
end $$;

create function ledger.dispute_won(p_owner uuid, p_withdrawn integer, p_cause text,
  p_happened_at timestamptz)
  returns void language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_asked bytea := ledger.hash_of('won', p_owner::text, p_withdrawn::text);
  w ledger.transfer;
begin
  if ledger.seen(p_owner, p_cause, v_asked) then return; end if;
  w := ledger.undecided(p_owner, p_withdrawn);
  perform ledger.append(p_owner, 'post', 'reinstated', 'processor:clearing',
    'disputes:receivable', w.amount, p_cause, 1, v_asked, p_happened_at, p_withdrawn);
end $$;

-- What is available pays; the operator bears the rest. A refund on its way out keeps its reserve:
-- only news of it resolves it, and if it fails, what it frees makes the loss good. A forfeiture
-- that is only reserved is voided: nothing of it has left.
create function ledger.dispute_lost(p_owner uuid, p_withdrawn integer, p_cause text,
  p_happened_at timestamptz)
  returns table (charged_back bigint, lost bigint)
  language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_asked bytea := ledger.hash_of('lost', p_owner::text, p_withdrawn::text);
  w ledger.transfer;
  r ledger.transfer;
  a ledger.account;
  v_line integer := 0;
begin
  if ledger.seen(p_owner, p_cause, v_asked) then
    return query select coalesce(sum(amount) filter (where code = 'charged_back'), 0)::bigint,
        coalesce(sum(amount) filter (where code = 'lost'), 0)::bigint
      from ledger.transfer where owner_id = p_owner and cause = p_cause;
    return;
  end if;
  w := ledger.undecided(p_owner, p_withdrawn);
  for r in select t.* from ledger.transfer t
      where t.owner_id = p_owner and t.phase = 'reserve' and t.code = 'forfeit' and not exists (
        select from ledger.transfer n where n.owner_id = p_owner and n.follows = t.seq)
      order by t.seq loop
    v_line := v_line + 1;
    perform ledger.append(p_owner, 'void', r.code, r.debit, r.credit, r.amount,
      p_cause, v_line, v_asked, p_happened_at, r.seq, r.decision_id);
  end loop;
  select * into a from ledger.account where owner_id = p_owner;
  charged_back := least(w.amount, a.held - a.reserved);
  lost := w.amount - charged_back;
  if charged_back > 0 then
    v_line := v_line + 1;
    perform ledger.append(p_owner, 'post', 'charged_back', a.kind, 'disputes:receivable',
      charged_back, p_cause, v_line, v_asked, p_happened_at, p_withdrawn);
  end if;
  if lost > 0 then
    v_line := v_line + 1;
    perform ledger.append(p_owner, 'post', 'lost', 'operator:losses', 'disputes:receivable', lost,
      p_cause, v_line, v_asked, p_happened_at, case when charged_back = 0 then p_withdrawn end);
  end if;
  return next;
end $$;

-- Steps between shared accounts that belong to no bond: payouts, top-ups, the bank's side of a
-- remittance.
create function ledger.treasury(
  p_owner uuid, p_code text, p_amount bigint, p_currency char(3), p_cause text,
    p_happened_at timestamptz)
  returns void language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_asked bytea := ledger.hash_of('treasury', p_owner::text, p_code, p_amount::text, p_currency);
  v_debit text;
  v_credit text;
begin
  select c.debit, c.credit into v_debit, v_credit from (values
      ('payout', 'bank:escrow', 'processor:clearing'),
      ('funded', 'bank:escrow', 'operator:funding'),
      ('topped_up', 'processor:clearing', 'bank:escrow'),
      ('remittance', 'state:remitted', 'bank:escrow'),
      ('state_repaid', 'bank:escrow', 'state:remitted')) c (code, debit, credit)
    where c.code = p_code;
  if not found then
    raise exception '% is not a treasury step', p_code using errcode = 'VB002';
  end if;
  perform ledger.open(p_owner, 'treasury', p_currency);
  if ledger.seen(p_owner, p_cause, v_asked) then return; end if;
  perform ledger.append(p_owner, 'post', p_code, v_debit, v_credit, p_amount,
    p_cause, 1, v_asked, p_happened_at);
end $$;
`;
