import { within } from './within.ts';

// Case, bond, payment, refund and ledger against each other, each by the id of what is looked at.

const PEOPLE = `
  select 'bond: it is of its case and its applicant' as "check", b.id::text as offender
  from bond b join visa_case c on c.id = b.case_id
  where ${within('b.id')}
    and (b.applicant_account_id, b.reference) is distinct from (c.applicant_account_id, c.reference)
  union all
  select 'bond: whoever posted it signed for it', b.id::text
  from bond b
  where ${within('b.id')} and b.held_at is not null and not exists (select from undertaking u
    where u.bond_id = b.id and u.payer_account_id = b.payer_account_id)
  union all
  select 'bond: its payer is written to at an address of the payer', b.id::text
  from bond b left join contact_point p on p.id = b.payer_contact_point_id
  where ${within('b.id')} and p.account_id is distinct from b.payer_account_id
  union all
  select 'payment: it asks what its bond asks, of the same people', p.id::text
  from payment p join bond b on b.id = p.bond_id
  where ${within('p.id')} and (p.amount_minor, p.currency, p.applicant_account_id)
    is distinct from (b.amount_minor, b.currency, b.applicant_account_id)
  union all
  select 'refund: it is of its bond, its case and its payer', r.id::text
  from refund r left join bond b on b.id = r.bond_id
  where ${within('r.id')} and r.bond_id is not null
    and (r.case_id, r.reference, r.applicant_account_id, r.payer_account_id,
      r.payer_contact_point_id)
    is distinct from (b.case_id, b.reference, b.applicant_account_id, b.payer_account_id,
      b.payer_contact_point_id)
  union all
  select 'disbursement: it is of the people of its refund', d.id::text
  from disbursement d join refund r on r.id = d.refund_id
  where ${within('d.id')} and (d.applicant_account_id, d.payer_account_id)
    is distinct from (r.applicant_account_id, r.payer_account_id)
`;

/** To where a disbursement's reserve leads. */
const TO_PROCESSOR = `'processor:clearing'`;
const BY_ROUTE = `case d.route when 'bank' then 'bank:escrow' else 'processor:clearing' end`;

/** Of a disbursement: the payment that it names brought money, or to the account that it names it came. */
const BY_PAYMENT = `r.cause = d.processor_payment_id || ':paid'`;
const BY_PAYMENT_OR_ACCOUNT = `(${BY_PAYMENT} or exists (select from payment p
        left join payer_cash c on c.payment_id = p.id and c.received_payment_id = r.id
        where p.processor_customer_id = d.processor_payment_id
          and (c.payment_id is not null or r.cause = p.processor_payment_id || ':paid')))`;

const waysTo = (credit: string, brought: string) => `
  select 'payment: booked under the processor''s payment that it names', p.id::text
  from payment p join ledger.received_payment r on r.id = p.received_payment_id
  where ${within('p.id')} and r.cause is distinct from p.processor_payment_id || ':paid'
  union all
  select 'ledger: money that came by one of our payments is that payment''s', r.id::text
  from (select id, left(cause, -5) as named from ledger.received_payment
        where ${within('id')} and right(cause, 5) = ':paid' offset 0) r
  join payment p on p.processor_payment_id = r.named
  where p.received_payment_id is distinct from r.id
  union all
  select 'received payment: where it went is what was booked', r.id::text
  from ledger.transfer t join ledger.received_payment r on r.id = t.payment_id
  where ${within('t.owner_id')} and t.code in ('paid', 'unmatched')
    and (t.cause <> r.cause or t.currency <> r.currency
    or t.code = 'paid' and (t.owner_id, t.amount) is distinct from (r.bond_id, r.to_bond)
    or t.code = 'unmatched' and (t.owner_id, t.amount) <> (r.id, r.amount - r.to_bond))
  union all
  select 'refund: it gives back what its owner received', r.id::text
  from refund r
  where ${within('r.id')} and (
    not exists (select from ledger.account a where a.owner_id = r.owner_id
      and a.kind = case r.owner_kind when 'bond' then 'bond' else 'suspense' end)
    or r.owner_kind = 'received_payment' and exists (select from payment p
      where p.received_payment_id = r.owner_id and p.bond_id is distinct from r.bond_id))
  union all
  select 'disbursement: it goes back by a payment that brought this money', d.id::text
  from disbursement d
  where ${within('d.id')} and not exists (select from ledger.transfer t
    join ledger.received_payment r on r.id = t.payment_id
    where t.owner_id = d.owner_id and t.credit in ('bond', 'suspense')
      and ${brought})
  union all
  select 'disbursement: its reserve is the one made for it', d.id::text
  from disbursement d
  where ${within('d.id')} and not exists (select from ledger.transfer t
    where t.owner_id = d.owner_id and t.seq = d.reserve_seq
      and t.cause = 'disbursement:' || d.id || ':reserved'
      and t.credit = ${credit})
  union all
  select 'decision: refund and ledger name the same rule', r.id::text
  from refund r join ledger.decision d on d.id = r.decision_id
  where ${within('r.id')} and d.rule is not null and d.rule is distinct from r.rule
`;

const PAID = `exists (select from payment p
      join ledger.received_payment r on r.id = p.received_payment_id
      where p.bond_id = b.id and r.bond_id = b.id)`;
/** People may count money for it that came by another payment, or by none of ours. */
const MATCHED = `exists (select from ledger.transfer t
      where t.owner_id = b.id and t.code = 'matched' and t.credit = 'bond')`;

/** Two people let it go on, and then it is returned. */
const FROZEN = `exists (select from case_freeze f
      where f.case_id = b.case_id and f.state <> 'lifted')`;

const goingOn = (isOver: string, hasItsMoney: string, mayWait: string) => `
  select 'bond: while it is held, its case goes on', b.id::text
  from bond b join visa_case c on c.id = b.case_id
  where ${within('b.id')} and b.state = 'held'
    and ${isOver}
  union all
  select 'bond: it has its direction, its case and its payments', b.id::text
  from bond b
  where ${within('b.id')} and (
    not exists (select from bond_direction d where d.id = b.direction_id)
    or not exists (select from visa_case c where c.id = b.case_id)
    or b.held_at is not null and not (${hasItsMoney}))
  union all
  select 'bond: cancelled is being returned', b.id::text
  from bond b
  where ${within('b.id')} and b.state = 'cancelled' and not exists (select from refund r
    where r.owner_kind = 'bond' and r.owner_id = b.id)
    and not exists (select from reversal v where v.bond_id = b.id
      and v.state in ('open', 'proposed', 'approved'))
    and not (${mayWait})
  union all
  select 'account: each transfer is of its kind and currency', a.owner_id::text
  from ledger.account a join ledger.transfer t on t.owner_id = a.owner_id
  where ${within('a.owner_id')} and ${within('t.owner_id')} and (t.currency <> a.currency
    or t.debit in ('bond', 'suspense') and t.debit <> a.kind
    or t.credit in ('bond', 'suspense') and t.credit <> a.kind)
`;

// What left elsewhere is booked as it stands, and nothing is booked as such without its reversal.
const REVERSALS = `
  select 'reversal: it is of a payment that we booked, its bond and its case', v.id::text
  from reversal v left join ledger.received_payment r on r.id = v.received_payment_id
    left join bond b on b.id = v.bond_id
  where ${within('v.id')} and (r.id is null
    or r.cause <> v.processor_payment_id || ':paid' or r.currency <> v.currency
    or r.bond_id is distinct from v.bond_id and not exists (select from ledger.transfer t
      where t.owner_id = v.bond_id and t.payment_id = r.id and t.code = 'matched')
    or (v.case_id, v.reference) is distinct from (b.case_id, b.reference))
  union all
  select 'reversal: it is booked as it stands', v.id::text
  from reversal v
  cross join lateral (select
      coalesce(sum(t.amount) filter (where t.code = 'withdrawn'), 0) as taken,
      coalesce(sum(t.amount) filter (where t.code in
        ('returned_elsewhere', 'overpaid', 'charged_back', 'lost')), 0) as gone,
      coalesce(sum(t.amount) filter (where t.code in ('bounced', 'reinstated')), 0) as back
    from ledger.transfer t
    where t.cause in (v.processor_object || ':withdrawn', v.processor_object || ':left',
        v.processor_object || ':lost', v.processor_object || ':won',
        v.processor_object || ':came_back')
      and t.owner_id in (v.bond_id, v.received_payment_id)) booked
  where ${within('v.id')} and ((v.money = 'back') <> (v.state = 'undone')
    or case v.money when 'waiting' then taken + gone + back <> 0
    when 'withdrawn' then taken <> v.amount_minor or gone + back <> 0
    when 'left' then gone <> v.amount_minor or back <> 0
    else back not in (0, v.amount_minor) or back <> greatest(taken, gone) end)
  union all
  select 'reversal: money that came back late went where it says', v.id::text
  from reversal v
  cross join lateral (select count(*) as own, count(*) filter (where t.follows is null) as moved
    from ledger.transfer t where t.owner_id = v.received_payment_id
      and t.cause = v.processor_object || ':came_back' and t.credit = 'suspense') suspense
  where ${within('v.id')} and (v.came_back_to = 'suspense' and own = 0
    or v.came_back_to is distinct from 'suspense' and moved > 0)
  union all
  select 'reversal: two people stand behind what was made of it', v.id::text
  from reversal v
  where ${within('v.id')} and (v.state in ('approved', 'settled') and not exists (select from reversal_history h
    where h.owner_id = v.id and h.event = 'approved' and h.actor_id = v.approved_by)
    or v.state in ('proposed', 'approved', 'settled') and not exists (
      select from reversal_history h where h.owner_id = v.id and h.event = 'proposed'
        and h.actor_id = v.proposed_by))
  union all
  select 'ledger: what was returned elsewhere has its reversal', t.cause
  from ledger.transfer t
  where ${within('t.owner_id')} and t.code in ('returned_elsewhere', 'withdrawn') and not exists (select from reversal v
    where t.cause in (v.processor_object || ':left', v.processor_object || ':withdrawn')
      and v.received_payment_id = t.payment_id)
`;

const oracle = (
  isOver: string,
  hasItsMoney = PAID,
  mayWait = 'false',
  credit = TO_PROCESSOR,
  brought = BY_PAYMENT,
) => `
  create or replace view custody.oracle with (security_invoker = true) as
  ${PEOPLE} union all ${waysTo(credit, brought)} union all ${goingOn(isOver, hasItsMoney, mayWait)} union all ${REVERSALS};
`;
const NOT_GOING_ON = `c.state not in ('bond_posted', 'visa_issued', 'travelling')`;

export const CUSTODY_ORACLE = oracle(NOT_GOING_ON);

/** A rule cancels the bond of a case that is over within seconds, and a sweep within minutes. */
const OVER_FOR_LONG = `${NOT_GOING_ON} and c.state_since < app.legal_now() - interval '15 minutes'`;
export const CUSTODY_ORACLE_WITH_ENDS = oracle(OVER_FOR_LONG);
const PAID_OR_MATCHED = `${PAID} or ${MATCHED}`;
export const CUSTODY_ORACLE_WITH_MATCHES = oracle(OVER_FOR_LONG, PAID_OR_MATCHED);
export const CUSTODY_ORACLE_WITH_FREEZES = oracle(OVER_FOR_LONG, PAID_OR_MATCHED, FROZEN);
export const CUSTODY_ORACLE_WITH_BANK = oracle(OVER_FOR_LONG, PAID_OR_MATCHED, FROZEN, BY_ROUTE);
export const CUSTODY_ORACLE_WITH_CASH = oracle(
  OVER_FOR_LONG,
  PAID_OR_MATCHED,
  FROZEN,
  BY_ROUTE,
  BY_PAYMENT_OR_ACCOUNT,
);
