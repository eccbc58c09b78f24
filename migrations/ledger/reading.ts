// Views for reading, and the oracle's checks of the books.

export const reading = `
-- Balance of every account: debit minus credit. Guarded accounts are summed per kind.
create view ledger.balance as
  select account, currency, sum(amount)::bigint as balance
  from (select debit as account, currency, amount
    from ledger.transfer where phase in ('post', 'settle')
        union all
        select credit, currency, -amount
          from ledger.transfer where phase in ('post', 'settle')) moved
  group by account, currency;

-- Where each bond's money went, the operator's part of it included:
-- refunded + forfeited + charged back + held = paid + borne by the operator.
create view ledger.bond as
  select a.owner_id, a.currency, a.held, a.reserved,
    sum(case when t.code in ('paid', 'matched') then t.amount else 0 end)::bigint as paid,
    sum(case when t.code in ('refund', 'overpaid') then t.amount
             when t.code = 'bounced' then -t.amount else 0 end)::bigint as refunded,
    sum(case when t.code = 'forfeit' then t.amount
             when t.code = 'rescinded' then -t.amount else 0 end)::bigint as forfeited,
    sum(case when t.code in ('charged_back', 'lost') then t.amount else 0 end)::bigint
      as charged_back,
    sum(case 'operator:losses' when t.debit then t.amount
             when t.credit then -t.amount else 0 end)::bigint as borne
  from ledger.account a
  join ledger.transfer t on t.owner_id = a.owner_id and t.phase in ('post', 'settle')
  where a.kind = 'bond' group by a.owner_id;

-- The oracle: each check with the ids that break it. Clean means no row.
create view ledger.oracle as
  -- A row balances by itself, so the transfers alone always would: what is owed is read off the accounts.
  select 'sum zero: what is owed is where it lies' as "check", currency::text as offender
  from (select currency, -held as balance from ledger.account
        union all
        select currency, balance from ledger.balance where account not in ('bond', 'suspense')) b
  group by currency having sum(balance) <> 0
  union all
  select 'account equals its transfers', coalesce(a.owner_id, t.owner_id)::text
  from ledger.account a full join (
      select owner_id, count(*) as n, max(seq) as newest,
        sum(case when phase not in ('post', 'settle') then 0
                 when credit in ('bond', 'suspense') then amount
                 when debit in ('bond', 'suspense') then -amount else 0 end) as held,
        sum(case phase when 'reserve' then amount when 'post' then 0 else -amount end) as reserved
      from ledger.transfer group by owner_id) t using (owner_id)
  where (a.held, a.reserved, a.last_seq, a.last_seq) is distinct from
    (coalesce(t.held, 0), coalesce(t.reserved, 0), coalesce(t.newest, 0), coalesce(t.n, 0))
  union all
  select 'bond: refunded + forfeited + charged back + held = paid + borne by the operator',
    owner_id::text
  from ledger.bond
  where refunded + forfeited + charged_back + held <> paid + borne
    or least(refunded, forfeited, charged_back, borne) < 0
  union all
  select 'bond: the operator bears nothing while money is free', owner_id::text
  from ledger.bond where borne > 0 and held > reserved
  union all
  select 'received payment: booked once, in whole', coalesce(p.id, t.payment_id)::text
  from ledger.received_payment p full join (
      select payment_id, sum(amount) as amount from ledger.transfer
      where code in ('paid', 'unmatched') group by payment_id) t on t.payment_id = p.id
  where p.amount is distinct from t.amount
  union all
  select 'match: out of one account, into one bond', coalesce(o.cause, i.cause)
  from (select * from ledger.transfer where code = 'matched' and debit = 'suspense') o
  full join (select * from ledger.transfer where code = 'matched' and credit = 'bond') i
    on o.owner_id = i.payment_id and o.cause = i.cause
  where o.amount is distinct from i.amount or o.currency is distinct from i.currency
  union all
  select 'what settles or voids a reserve equals it', r.owner_id || ':' || r.seq
  from ledger.transfer r join ledger.transfer n on n.owner_id = r.owner_id and n.follows = r.seq
  where r.phase = 'reserve' and (n.phase not in ('settle', 'void')
    or (n.code, n.debit, n.credit, n.amount, n.decision_id) is distinct from
       (r.code, r.debit, r.credit, r.amount, r.decision_id))
  union all
  select 'dispute: receivable is what is undecided', owner_id::text
  from (select owner_id,
          sum(case when debit = 'disputes:receivable' then amount else -amount end) as open,
          sum(case when code = 'withdrawn' and not exists (
                select from ledger.transfer n where n.owner_id = t.owner_id and n.follows = t.seq)
              then amount else 0 end) as undecided
        from ledger.transfer t where 'disputes:receivable' in (debit, credit) group by owner_id) d
  where open <> undecided
  union all
  -- What left late, after its reserve was voided, is a fact and no use of the decision; nor is its
  -- return.
  select 'decision: made by a rule or two people, and not overdrawn', u.decision_id::text
  from (select t.decision_id,
          sum(case when t.code in ('forfeit', 'rescinded') then 0
                   when t.phase = 'reserve' then t.amount
                   when t.phase = 'void' or t.code = 'bounced' and f.phase = 'settle' then -t.amount
                   else 0 end) as refund,
          sum(case when t.code <> 'forfeit' then 0 when t.phase = 'reserve' then t.amount
                   when t.phase = 'void' then -t.amount else 0 end) as forfeit
        from ledger.transfer t
        left join ledger.transfer f on f.owner_id = t.owner_id and f.seq = t.follows
        where t.decision_id is not null group by t.decision_id) u
  join ledger.decision d on d.id = u.decision_id
  where d.rule is null and d.approved_by is null or u.refund > d.refund or u.forfeit > d.forfeit
  union all
  -- Ids as the processor makes them (pi_…, re_…). A payment that is split has two owners and so may
  -- its dispute; nothing else of one object belongs to two. A recovery only follows from what happened.
  select 'processor object: each thing that happened to it is booked once',
    o.object || ' ' || o.code
  from (select split_part(cause, ':', 1) as object, phase, cause,
          case when code in ('paid', 'unmatched') then 'received' else code end as code,
          coalesce(payment_id, owner_id) as subject
        from ledger.transfer where cause ~ '^[a-z]+_' and code <> 'recovered') o
  group by o.object, o.phase, o.code
  having count(distinct o.cause) > 1
    or o.code in ('received', 'fee', 'refund', 'bounced') and count(distinct o.subject) > 1;
`;
