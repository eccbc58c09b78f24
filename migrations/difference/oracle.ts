import { within } from '../ranges/within.ts';

// The oracle of the treasury: what it booked moved at the processor, in that amount, and is either a
// payout of the processor's own or what two people confirmed.

const PEOPLE = `
  select 'difference: two people stand behind what was confirmed' as "check",
    d.id::text as offender
  from money_difference d
  where ${within('d.id')} and d.confirmed_by is not null and not (
    d.confirmed_by <> d.proposed_by
    and exists (select from money_difference_history h where h.owner_id = d.id
      and h.event = 'proposed' and h.actor_id = d.proposed_by)
    and exists (select from money_difference_history h where h.owner_id = d.id
      and h.event = 'confirmed' and h.actor_id = d.confirmed_by))
  union all
  select 'difference: its state is its last step', d.id::text
  from money_difference d left join lateral (select h.to_state from money_difference_history h
    where h.owner_id = d.id order by h.seq desc limit 1) last on true
  where ${within('d.id')} and coalesce(last.to_state, 'open') <> d.state
`;

const BOOKED = `
  select 'treasury: what was booked moved at the processor, in that amount', t.owner_id || ':' || t.seq
  from ledger.account a join ledger.transfer t on t.owner_id = a.owner_id
  left join processor_movement m on m.id = split_part(t.cause, ':', 1)
  where ${within('a.owner_id')} and a.kind = 'treasury'
    and t.code in ('payout', 'payout_returned', 'topped_up', 'cost', 'cost_returned')
    and (t.currency is distinct from m.currency
      or case when t.debit = 'processor:clearing' then t.amount else -t.amount end
        is distinct from case when t.cause = m.id || ':fee' then -m.fee_minor
          else m.amount_minor end)
  union all
  select 'treasury: what was booked goes by itself, or two people confirmed it',
    t.owner_id || ':' || t.seq
  from ledger.account a join ledger.transfer t on t.owner_id = a.owner_id
  join processor_movement m on m.id = split_part(t.cause, ':', 1)
  where ${within('a.owner_id')} and a.kind = 'treasury' and not (
    m.category in ('payout', 'payout_reversal') and m.is_automatic
    or exists (select from money_difference d where d.object_id = m.object_id
      and d.currency = m.currency and d.confirmed_by is not null))
`;

export const TREASURY_ORACLE = `
  create schema treasury;
  grant usage on schema treasury to worker, auditor;
  create view treasury.oracle with (security_invoker = true) as
  ${[PEOPLE, BOOKED].join(' union all ')};
  create view treasury.oracle_key with (security_invoker = true) as
    select id from money_difference union all
    select owner_id from ledger.account where kind = 'treasury';
  grant select on treasury.oracle, treasury.oracle_key to worker, auditor;
`;
