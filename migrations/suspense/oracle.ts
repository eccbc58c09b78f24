import { within } from '../ranges/within.ts';

// The oracle of suspense, each check by the id of what it looks at: what leaves suspense for a bond or
// for who sent it is what people said, and nothing else does.

const PEOPLE = `
  select 'suspense: two people stand behind what moves, or one may' as "check",
    p.id::text as offender
  from suspense_proposal p
  where ${within('p.id')} and p.kind <> 'keep' and p.state in ('approved', 'done') and not (
    case when p.decided_by is null
      then p.kind = 'match' and app.may_match_alone(p.received_payment_id, p.bond_id, p.amount_minor)
        and exists (select from suspense_proposal_history h where h.owner_id = p.id
          and h.event = 'sufficed' and h.actor_id = p.proposed_by)
      else p.decided_by <> p.proposed_by and exists (select from suspense_proposal_history h
        where h.owner_id = p.id and h.event = 'approved' and h.actor_id = p.decided_by) end)
  union all
  select 'suspense: a match is with the bond that it names', p.id::text
  from suspense_proposal p left join bond b on b.id = p.bond_id
  where ${within('p.id')} and p.kind = 'match' and p.reference is distinct from b.reference
`;

const MATCHES = `
  select 'suspense: a match that is done is in the books, and no other', p.id::text
  from suspense_proposal p
  where ${within('p.id')} and p.kind = 'match' and (p.state = 'done') <> exists (
    select from ledger.transfer t where t.owner_id = p.bond_id and t.code = 'matched'
      and t.credit = 'bond' and t.payment_id = p.received_payment_id
      and t.cause = 'task:' || p.id || ':matched'
      and (t.amount, t.currency) = (p.amount_minor, p.currency))
  union all
  select 'suspense: what was matched was decided', t.owner_id || ':' || t.seq
  from ledger.transfer t
  where ${within('t.owner_id')} and t.code = 'matched' and t.credit = 'bond' and not exists (
    select from suspense_proposal p where p.kind = 'match' and p.state = 'done'
      and p.bond_id = t.owner_id and p.received_payment_id = t.payment_id
      and t.cause = 'task:' || p.id || ':matched')
`;

const RETURNS = `
  select 'suspense: what two people return is their decision and its refund', p.id::text
  from suspense_proposal p
  left join ledger.decision d on d.id = p.decision_id
  left join refund r on r.decision_id = p.decision_id
  where ${within('p.id')} and p.kind = 'return' and (
    (d.owner_id, d.refund, d.currency, d.requested_by) is distinct from
      (p.received_payment_id, p.amount_minor, p.currency, p.proposed_by)
    or p.state in ('approved', 'done') and d.approved_by is distinct from p.decided_by
    or (p.state = 'done') <> (r.id is not null)
    or (r.owner_id, r.amount_minor, r.currency) is distinct from
      (p.received_payment_id, p.amount_minor, p.currency) and r.id is not null)
  union all
  select 'refund: out of suspense it is a rule''s or two people''s', r.id::text
  from refund r join ledger.decision d on d.id = r.decision_id
  where ${within('r.id')} and r.owner_kind = 'received_payment' and d.rule is null
    and not exists (select from suspense_proposal p
      where p.decision_id = d.id and p.kind = 'return' and p.state = 'done')
`;

export const SUSPENSE_ORACLE = `
  create schema suspense;
  grant usage on schema suspense to worker, auditor;
  create view suspense.oracle with (security_invoker = true) as
  ${[PEOPLE, MATCHES, RETURNS].join(' union all ')};
  create view suspense.oracle_key with (security_invoker = true) as
    select id from suspense_proposal;
  grant select on suspense.oracle, suspense.oracle_key to worker, auditor;
`;
