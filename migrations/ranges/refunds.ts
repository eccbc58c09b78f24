import { within } from './within.ts';

// The refunds' checks, each by the id of what it looks at. What an attempt should have reserved is
// looked up for it: a list of all of them would be made anew for each part. A subquery with a limit is
// never turned into such a list.
const oracle = (refunds: string) => `
  create or replace view refunds.oracle with (security_invoker = true) as
  with reserve as not materialized (
    select r.owner_id, r.seq, r.amount, r.currency, r.decision_id,
      n.phase as next_phase, n.seq as next_seq,
      case n.phase when 'settle' then n.seq when 'void' then late.seq end as settled_seq
    from ledger.transfer r
    left join ledger.transfer n on n.owner_id = r.owner_id and n.follows = r.seq
    left join ledger.transfer late on n.phase = 'void' and late.owner_id = n.owner_id
      and late.follows = n.seq
    where r.phase = 'reserve' and r.code = 'refund'
  ), books as not materialized (
    select r.*, case
        when exists (select from ledger.transfer b where b.owner_id = r.owner_id
          and b.follows = r.settled_seq and b.code = 'bounced') then 'taken_back'
        when r.settled_seq is not null then 'settled'
        when r.next_phase = 'void' then 'voided'
        else 'standing' end as stands
    from reserve r
  ), attempt as not materialized (
    select d.*, b.stands, b.amount as reserved, b.currency as reserved_currency, b.decision_id,
      case when d.state in ('due', 'approved', 'sending', 'pending', 'requires_action', 'unknown')
          then 'standing'
        when d.state = 'succeeded' then 'settled'
        when d.state = 'failed_after_success' then 'taken_back'
        else 'voided' end as should_stand
    from disbursement d left join books b on b.owner_id = d.owner_id and b.seq = d.reserve_seq
  )
  select 'refund: each decision to return money has its refund' as "check", d.id::text as offender
  from ledger.decision d
  where ${within('d.id')} and d.refund > 0 and d.rule is not null
    and not exists (select from refund r where r.decision_id = d.id)
  union all
  select 'refund: its decision allows it', r.id::text
  from refund r left join ledger.decision d on d.id = r.decision_id
  where ${within('r.id')}
    and (d.owner_id, d.refund, d.currency) is distinct from (r.owner_id, r.amount_minor, r.currency)
  union all
  select 'refund: an attempt succeeded or is under way, never two under way', r.id::text
  from refund r left join attempt a on a.refund_id = r.id
    and a.should_stand in ('standing', 'settled')
  where ${within('r.id')}
  group by r.id having count(a.id) = 0 and r.returned_on is null
      and not exists (select from reversal v where r.owner_id in (v.bond_id, v.received_payment_id)
        and v.state in ('open', 'proposed', 'approved'))
    or count(a.id) filter (where a.should_stand = 'standing') > 1
  union all
  select 'refund: returned on a day when an attempt succeeded, and only then', r.id::text
  from refund r
  where ${within('r.id')} and case when (select true from disbursement d
      where d.refund_id = r.id and d.state = 'succeeded' limit 1) then r.returned_on is null
    else r.returned_on is not null and not exists (select from reversal v
      where r.owner_id in (v.bond_id, v.received_payment_id) and v.state = 'settled') end
  union all
  select 'disbursement: its reserve exists, in its amount and of its decision', a.id::text
  from attempt a join refund r on r.id = a.refund_id
  where ${within('a.id')} and (a.reserved, a.reserved_currency, a.decision_id, a.owner_id)
    is distinct from (a.amount_minor, a.currency, r.decision_id, r.owner_id)
  union all
  select 'disbursement: its state and the ledger agree', a.id || ' ' || a.state
  from attempt a where ${within('a.id')} and a.stands is distinct from a.should_stand
  union all
  select 'disbursement: each reserve for a refund belongs to one', b.owner_id || ':' || b.seq
  from books b
  where ${within('b.owner_id')} and not exists (select from disbursement d
    where d.owner_id = b.owner_id and d.reserve_seq = b.seq)
  union all
  select 'disbursement: what the processor did is booked under its own object', t.cause
  from ledger.transfer t
  where ${within('t.owner_id')} and t.cause ~ '${refunds}' and not exists (select from disbursement d
    where d.owner_id = t.owner_id and d.processor_refund_id = split_part(t.cause, ':', 1))
    and not exists (select from reversal v where v.processor_object = split_part(t.cause, ':', 1)
      and v.received_payment_id = t.payment_id)
  union all
  select 'refund: what was returned twice is listed, and nothing else',
    coalesce(d.refund_id, l.refund_id)::text
  from (select refund_id from disbursement where state = 'succeeded' and ${within('refund_id')}
        group by refund_id having count(*) > 1) d
  full join (select refund_id from returned_twice where ${within('refund_id')}) l using (refund_id)
  where d.refund_id is null or l.refund_id is null;
`;

export const REFUNDS_ORACLE = oracle('^re_');
/** A refund that no card network carries has an id of its own form. */
export const REFUNDS_ORACLE_WITH_BANKS = oracle('^(re|pyr)_');

export const REFUNDS_KEYS = `
  create view refunds.oracle_key with (security_invoker = true) as
  select id from refund
  union all select id from disbursement
  union all select id from reversal;
`;
