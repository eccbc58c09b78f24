import { within } from '../ranges/within.ts';

// The oracle of disputes, each check by the id of what it looks at: whose money is disputed, that its
// reversal says the same, and that answers were given by whom the rules want.

const DISPUTES = `
  select 'dispute: it is of a payment that we booked, its bond and its case' as "check",
    d.id::text as offender
  from dispute d left join ledger.received_payment r on r.id = d.received_payment_id
  left join bond b on b.id = d.bond_id
  where ${within('d.id')} and (
    r.currency is distinct from d.currency
    or (b.case_id, b.reference) is distinct from (d.case_id, d.reference)
    or r.bond_id is not null and d.bond_id is distinct from r.bond_id
    or exists (select from payment p where p.received_payment_id = d.received_payment_id
      and p.processor_payment_id is distinct from d.processor_payment_id)
    or exists (select from payment p where p.processor_payment_id = d.processor_payment_id
      and p.received_payment_id is distinct from d.received_payment_id))
  union all
  select 'dispute: its reversal is of the same money', d.id::text
  from dispute d left join reversal v on v.processor_object = d.processor_dispute_id
  where ${within('d.id')} and case when v.id is null
    then d.state in ('to_answer', 'answered', 'won', 'lost')
    else (v.kind, v.processor_payment_id, v.received_payment_id, v.bond_id, v.case_id,
        v.amount_minor, v.currency)
      is distinct from ('dispute', d.processor_payment_id, d.received_payment_id, d.bond_id,
        d.case_id, d.amount_minor, d.currency) end
  union all
  select 'dispute: its money is where its state says', d.id::text
  from dispute d join reversal v on v.processor_object = d.processor_dispute_id
  where ${within('d.id')} and not case d.state
    when 'won' then v.money in ('withdrawn', 'back')
    when 'lost' then v.money in ('waiting', 'left')
    when 'to_answer' then v.money in ('waiting', 'withdrawn', 'left')
    when 'answered' then v.money in ('waiting', 'withdrawn', 'left')
    else v.money = 'back' end
  union all
  select 'dispute: its state is its last step', d.id::text
  from dispute d cross join lateral (select h.to_state from dispute_history h
    where h.owner_id = d.id order by h.seq desc limit 1) last
  where ${within('d.id')} and last.to_state <> d.state
`;

const ANSWERS = `
  union all
  select 'dispute answer: who ordered it did so in their own name', a.id::text
  from dispute_answer a
  where ${within('a.id')} and (a.state in ('ordered', 'sending', 'delivered', 'refused')
      or a.ordered_by is not null)
    and not exists (select from dispute_answer_history h where h.owner_id = a.id
      and h.event = 'ordered' and h.actor_id = a.ordered_by)
  union all
  select 'dispute answer: its state is its last step', a.id::text
  from dispute_answer a left join lateral (select h.to_state from dispute_answer_history h
    where h.owner_id = a.id order by h.seq desc limit 1) last on true
  where ${within('a.id')} and coalesce(last.to_state, 'prepared') <> a.state
  union all
  select 'dispute answer: what was delivered has arrived', a.id::text
  from dispute_answer a left join dispute d on d.id = a.dispute_id
  where ${within('a.id')} and a.state = 'delivered' and not case a.kind
    when 'contest' then d.submissions > a.submissions_before
    else exists (select from dispute_history h where h.owner_id = d.id and h.event = 'lost') end
  union all
  select 'dispute answer: it answers a dispute, and its payer is the bond''s', a.id::text
  from dispute_answer a left join dispute d on d.id = a.dispute_id
  left join bond b on b.id = d.bond_id
  where ${within('a.id')} and (d.id is null
    or a.payer_account_id is not null and a.payer_account_id is distinct from b.payer_account_id)
`;

export const DISPUTES_ORACLE = `
  create schema disputes;
  grant usage on schema disputes to worker, auditor;
  create view disputes.oracle with (security_invoker = true) as ${DISPUTES} ${ANSWERS};
  create view disputes.oracle_key with (security_invoker = true) as
    select id from dispute union all select id from dispute_answer;
  grant select on disputes.oracle, disputes.oracle_key to worker, auditor;
`;
