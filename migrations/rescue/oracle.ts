import { within } from '../ranges/within.ts';

// The oracle of transfers, each check by the id of what it looks at: what goes to a bank account goes to
// one that its payer gave in time, by two people's word, in a file; and what its bank said is booked.

const PEOPLE = `
  select 'rescue: two people stand behind what goes to a bank account' as "check",
    d.id::text as offender
  from disbursement d left join rescue_account a on a.id = d.bank_account_id
  where ${within('d.id')} and d.route = 'bank' and not (
    exists (select from rescue_history h where h.owner_id = a.rescue_id
      and h.event = 'approved' and h.actor_id = d.approved_by)
    and exists (select from rescue_history h where h.owner_id = a.rescue_id
      and h.event = 'proposed' and h.actor_id <> d.approved_by))
  union all
  select 'rescue: money goes to an account that its payer gave, 48 hours before', d.id::text
  from disbursement d left join rescue_account a on a.id = d.bank_account_id
  left join rescue r on r.id = a.rescue_id
  where ${within('d.id')} and d.route = 'bank' and (
    (a.payer_account_id, r.refund_id) is distinct from (d.payer_account_id, d.refund_id)
    or not exists (select from disbursement_history h where h.owner_id = d.id
      and h.event = 'approved' and h.happened_at >= a.usable_from))
`;

const RESCUES = `
  union all
  select 'rescue: it is of its refund and its payer', r.id::text
  from rescue r left join refund f on f.id = r.refund_id
  where ${within('r.id')} and (r.payer_account_id, r.payer_contact_point_id, r.reference)
    is distinct from (f.payer_account_id, f.payer_contact_point_id, f.reference)
  union all
  select 'rescue: what is on its way is its disbursement, as it was decided', r.id::text
  from rescue r left join disbursement d on d.id = r.disbursement_id
  where ${within('r.id')} and r.state in ('under_way', 'done')
    and ((d.refund_id, d.bank_account_id, d.amount_minor, d.approved_by) is distinct from
      (r.refund_id, r.account_id, r.amount_minor, r.decided_by)
    or (r.state = 'done') <> (d.state = 'succeeded')
    or not exists (select from rescue_history h where h.owner_id = r.id
      and h.event = 'proposed' and h.actor_id = r.proposed_by))
  union all
  select 'rescue: two people agreed, each in their own name', r.id::text
  from rescue r
  where ${within('r.id')} and r.state = 'approved' and not exists (
    select from rescue_history h where h.owner_id = r.id and h.event = 'approved'
      and h.actor_id = r.decided_by)
`;

const BANK = `
  union all
  select 'payment file: it holds what it says', f.id::text
  from payment_file f
  cross join lateral (select count(*)::int as payments, sum(d.amount_minor)::bigint as total,
      bool_and(d.currency = f.currency) as same
    from disbursement d where d.payment_file_id = f.id) held
  where ${within('f.id')} and (held.payments, held.total, held.same)
    is distinct from (f.payments, f.total_minor, true)
  union all
  select 'disbursement: what the bank did is what it said', d.id::text
  from disbursement d
  where ${within('d.id')} and d.route = 'bank' and case
    when d.state in ('succeeded', 'failed_after_success') then not exists (
      select from bank_report_entry e where e.disbursement_id = d.id and e.outcome = 'applied'
        and e.says = 'booked' and (e.amount_minor, e.currency) = (d.amount_minor, d.currency))
    when d.state = 'failed' then not exists (
      select from bank_report_entry e where e.disbursement_id = d.id and e.outcome = 'applied'
        and e.says in ('rejected', 'returned'))
    else false end
`;

export const RESCUES_ORACLE = `
  create schema rescues;
  grant usage on schema rescues to worker, auditor;
  create view rescues.oracle with (security_invoker = true) as
  ${PEOPLE} ${RESCUES} ${BANK};
  create view rescues.oracle_key with (security_invoker = true) as
    select id from rescue union all select id from payment_file union all select id from disbursement;
  grant select on rescues.oracle, rescues.oracle_key to worker, auditor;
`;
