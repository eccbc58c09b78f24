// The oracles as they are once a reversal may explain what is gone. Each is replaced whole.

export const ESCROW_ORACLE = `
  create or replace view escrow.oracle with (security_invoker = true) as
    select 'asked by somebody who sees no bonds' as "check", current_user::text as offender
    where app.scope() not in ('staff', 'system') and app.login() is distinct from 'auditor'
      and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
    union all
    select 'bond: held in full is in the ledger in full, and unpromised', b.id::text
    from bond b left join ledger.account a on a.owner_id = b.id
    where b.state in ('held', 'evidence_requested', 'referred', 'notice_given', 'not_breached',
        'overturned')
      and (a.held, a.reserved, a.currency) is distinct from (b.amount_minor
          - coalesce((select sum(t.amount)
            from reversal v join ledger.transfer t on t.owner_id = v.bond_id
              and t.code = 'returned_elsewhere' and t.cause = v.processor_object || ':left'
            where v.bond_id = b.id and v.money = 'left' and not exists (select from reversal w
              where w.bond_id = b.id and w.outcome = 'post_again' and w.state = 'settled'
                and w.state_since >= v.state_since)), 0)::bigint, 0::bigint, b.currency)
    union all
    select 'bond: without money in its state is without money in the ledger', b.id::text
    from bond b join ledger.account a on a.owner_id = b.id
    where b.state in ('required', 'payment_started', 'lapsed', 'withdrawn', 'closed') and a.held > 0
    union all
    select 'ledger: every bond account has its bond', a.owner_id::text
    from ledger.account a left join bond b on b.id = a.owner_id
    where a.kind = 'bond' and b.id is null
    union all
    select 'payment: paid has its receipt, whole and for its bond', p.id::text
    from payment p left join ledger.received_payment r on r.id = p.received_payment_id
    where p.received_payment_id is not null
      and (p.state not in ('paid', 'inquiry', 'disputed', 'charged_back')
        or r.id is null or r.currency <> p.currency and r.bond_id is not null
        or r.bond_id <> p.bond_id)
    union all
    select 'ledger: what a bond received has its payment', r.id::text
    from ledger.received_payment r left join payment p on p.received_payment_id = r.id
    where r.bond_id is not null and p.id is null
    union all
    select 'bond: a case waits for its bond just as long', b.id::text
    from bond b join visa_case c on c.id = b.case_id
    where (c.state = 'bond_required') <> (b.state in ('required', 'payment_started'))
      or c.state = 'bond_lapsed' and b.state <> 'lapsed'
      or c.state = 'bond_posted' and b.state in ('lapsed', 'withdrawn')
    union all
    select 'direction: the bond asks what was directed', b.id::text
    from bond b join bond_direction d on d.id = b.direction_id
    where (d.state, d.case_id, d.amount_minor, d.currency)
      is distinct from ('approved', b.case_id, b.amount_minor, b.currency);
`;

export const REFUNDS_ORACLE = `
  create or replace view refunds.oracle with (security_invoker = true) as
  with reserve as (
    select r.owner_id, r.seq, r.amount, r.currency, r.decision_id,
      n.phase as next_phase, n.seq as next_seq,
      case n.phase when 'settle' then n.seq when 'void' then late.seq end as settled_seq
    from ledger.transfer r
    left join ledger.transfer n on n.owner_id = r.owner_id and n.follows = r.seq
    left join ledger.transfer late on n.phase = 'void' and late.owner_id = n.owner_id
      and late.follows = n.seq
    where r.phase = 'reserve' and r.code = 'refund'
  ), books as (
    select r.*, case
        when exists (select from ledger.transfer b where b.owner_id = r.owner_id
          and b.follows = r.settled_seq and b.code = 'bounced') then 'taken_back'
        when r.settled_seq is not null then 'settled'
        when r.next_phase = 'void' then 'voided'
        else 'standing' end as stands
    from reserve r
  ), attempt as (
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
  where d.refund > 0 and d.rule is not null
    and not exists (select from refund r where r.decision_id = d.id)
  union all
  select 'refund: its decision allows it', r.id::text
  from refund r left join ledger.decision d on d.id = r.decision_id
  where (d.owner_id, d.refund, d.currency) is distinct from (r.owner_id, r.amount_minor, r.currency)
  union all
  select 'refund: an attempt succeeded or is under way, never two under way', r.id::text
  from refund r left join attempt a on a.refund_id = r.id
    and a.should_stand in ('standing', 'settled')
  group by r.id having count(a.id) = 0 and r.returned_on is null
      and not exists (select from reversal v where r.owner_id in (v.bond_id, v.received_payment_id)
        and v.state in ('open', 'proposed', 'approved'))
    or count(a.id) filter (where a.should_stand = 'standing') > 1
  union all
  select 'refund: returned on a day when an attempt succeeded, and only then', r.id::text
  from refund r
  where case when exists (select from disbursement d
      where d.refund_id = r.id and d.state = 'succeeded') then r.returned_on is null
    else r.returned_on is not null and not exists (select from reversal v
      where r.owner_id in (v.bond_id, v.received_payment_id) and v.state = 'settled') end
  union all
  select 'disbursement: its reserve exists, in its amount and of its decision', a.id::text
  from attempt a join refund r on r.id = a.refund_id
  where (a.reserved, a.reserved_currency, a.decision_id, a.owner_id)
    is distinct from (a.amount_minor, a.currency, r.decision_id, r.owner_id)
  union all
  select 'disbursement: its state and the ledger agree', a.id || ' ' || a.state
  from attempt a where a.stands is distinct from a.should_stand
  union all
  select 'disbursement: each reserve for a refund belongs to one', b.owner_id || ':' || b.seq
  from books b
  where not exists (select from disbursement d
    where d.owner_id = b.owner_id and d.reserve_seq = b.seq)
  union all
  select 'disbursement: what the processor did is booked under its own object', t.cause
  from ledger.transfer t
  where t.cause ~ '^re_' and not exists (select from disbursement d
    where d.owner_id = t.owner_id and d.processor_refund_id = split_part(t.cause, ':', 1))
    and not exists (select from reversal v where v.processor_object = split_part(t.cause, ':', 1)
      and v.received_payment_id = t.payment_id);
`;

const PEOPLE = `
  select 'bond: it is of its case and its applicant' as "check", b.id::text as offender
  from bond b join visa_case c on c.id = b.case_id
  where (b.applicant_account_id, b.reference) is distinct from (c.applicant_account_id, c.reference)
  union all
  select 'bond: whoever posted it signed for it', b.id::text
  from bond b
  where b.held_at is not null and not exists (select from undertaking u
    where u.bond_id = b.id and u.payer_account_id = b.payer_account_id)
  union all
  select 'bond: its payer is written to at an address of the payer', b.id::text
  from bond b left join contact_point p on p.id = b.payer_contact_point_id
  where p.account_id is distinct from b.payer_account_id
  union all
  select 'payment: it asks what its bond asks, of the same people', p.id::text
  from payment p join bond b on b.id = p.bond_id
  where (p.amount_minor, p.currency, p.applicant_account_id)
    is distinct from (b.amount_minor, b.currency, b.applicant_account_id)
  union all
  select 'refund: it is of its bond, its case and its payer', r.id::text
  from refund r left join bond b on b.id = r.bond_id
  where r.bond_id is not null
    and (r.case_id, r.reference, r.applicant_account_id, r.payer_account_id,
      r.payer_contact_point_id)
    is distinct from (b.case_id, b.reference, b.applicant_account_id, b.payer_account_id,
      b.payer_contact_point_id)
  union all
  select 'disbursement: it is of the people of its refund', d.id::text
  from disbursement d join refund r on r.id = d.refund_id
  where (d.applicant_account_id, d.payer_account_id)
    is distinct from (r.applicant_account_id, r.payer_account_id)
`;

const WAYS = `
  select 'payment: booked under the processor''s payment that it names', p.id::text
  from payment p join ledger.received_payment r on r.id = p.received_payment_id
  where r.cause is distinct from p.processor_payment_id || ':paid'
  union all
  select 'ledger: money that came by one of our payments is that payment''s', r.id::text
  from ledger.received_payment r join payment p on r.cause = p.processor_payment_id || ':paid'
  where p.received_payment_id is distinct from r.id
  union all
  select 'received payment: where it went is what was booked', r.id::text
  from ledger.received_payment r
  join ledger.transfer t on t.payment_id = r.id and t.code in ('paid', 'unmatched')
  where t.cause <> r.cause or t.currency <> r.currency
    or t.code = 'paid' and (t.owner_id, t.amount) is distinct from (r.bond_id, r.to_bond)
    or t.code = 'unmatched' and (t.owner_id, t.amount) <> (r.id, r.amount - r.to_bond)
  union all
  select 'refund: it gives back what its owner received', r.id::text
  from refund r
  where not exists (select from ledger.account a where a.owner_id = r.owner_id
      and a.kind = case r.owner_kind when 'bond' then 'bond' else 'suspense' end)
    or r.owner_kind = 'received_payment' and exists (select from payment p
      where p.received_payment_id = r.owner_id and p.bond_id is distinct from r.bond_id)
  union all
  select 'disbursement: it goes back by a payment that brought this money', d.id::text
  from disbursement d
  where not exists (select from ledger.transfer t
    join ledger.received_payment r on r.id = t.payment_id
    where t.owner_id = d.owner_id and t.credit in ('bond', 'suspense')
      and r.cause = d.processor_payment_id || ':paid')
  union all
  select 'disbursement: its reserve is the one made for it', d.id::text
  from disbursement d
  where not exists (select from ledger.transfer t
    where t.owner_id = d.owner_id and t.seq = d.reserve_seq
      and t.cause = 'disbursement:' || d.id || ':reserved'
      and t.credit = 'processor:clearing')
  union all
  select 'decision: refund and ledger name the same rule', r.id::text
  from refund r join ledger.decision d on d.id = r.decision_id
  where d.rule is not null and d.rule is distinct from r.rule
`;

const GOING_ON = `
  select 'bond: while it is held, its case goes on', b.id::text
  from bond b join visa_case c on c.id = b.case_id
  where b.state = 'held' and c.state not in ('bond_posted', 'visa_issued', 'travelling')
  union all
  select 'bond: it has its direction, its case and its payments', b.id::text
  from bond b
  where not exists (select from bond_direction d where d.id = b.direction_id)
    or not exists (select from visa_case c where c.id = b.case_id)
    or b.held_at is not null and not exists (select from payment p
      join ledger.received_payment r on r.id = p.received_payment_id
      where p.bond_id = b.id and r.bond_id = b.id)
  union all
  select 'bond: cancelled is being returned', b.id::text
  from bond b
  where b.state = 'cancelled' and not exists (select from refund r
    where r.owner_kind = 'bond' and r.owner_id = b.id)
    and not exists (select from reversal v where v.bond_id = b.id
      and v.state in ('open', 'proposed', 'approved'))
  union all
  select 'account: each transfer is of its kind and currency', a.owner_id::text
  from ledger.account a join ledger.transfer t on t.owner_id = a.owner_id
  where t.currency <> a.currency
    or t.debit in ('bond', 'suspense') and t.debit <> a.kind
    or t.credit in ('bond', 'suspense') and t.credit <> a.kind
`;

// What left elsewhere is booked as it stands, and nothing is booked as such without its reversal.
const REVERSALS = `
  select 'reversal: it is of a payment that we booked, its bond and its case', v.id::text
  from reversal v left join ledger.received_payment r on r.id = v.received_payment_id
    left join bond b on b.id = v.bond_id
  where r.id is null or r.cause <> v.processor_payment_id || ':paid' or r.currency <> v.currency
    or r.bond_id is distinct from v.bond_id and not exists (select from ledger.transfer t
      where t.owner_id = v.bond_id and t.payment_id = r.id and t.code = 'matched')
    or (v.case_id, v.reference) is distinct from (b.case_id, b.reference)
  union all
  select 'reversal: it is booked as it stands', v.id::text
  from reversal v
  cross join lateral (select
      coalesce(sum(t.amount) filter (where t.code in ('returned_elsewhere', 'overpaid')), 0) as gone,
      coalesce(sum(t.amount) filter (where t.code = 'bounced'), 0) as back
    from ledger.transfer t where t.payment_id = v.received_payment_id
      and t.cause in (v.processor_object || ':left', v.processor_object || ':came_back')) booked
  where (v.money = 'back') <> (v.state = 'undone')
    or case v.money when 'waiting' then gone + back <> 0
    when 'left' then gone <> v.amount_minor or back <> 0 else gone <> back end
  union all
  select 'ledger: what was returned elsewhere has its reversal', t.cause
  from ledger.transfer t
  where t.code = 'returned_elsewhere' and not exists (select from reversal v
    where v.processor_object || ':left' = t.cause and v.received_payment_id = t.payment_id)
`;

export const CUSTODY_ORACLE = `
  create or replace view custody.oracle with (security_invoker = true) as
  ${PEOPLE} union all ${WAYS} union all ${GOING_ON} union all ${REVERSALS};
`;
