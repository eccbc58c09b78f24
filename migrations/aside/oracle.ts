import { within } from '../ranges/within.ts';

/** A record that no rule is to use any more was dismissed by those who may, and by nobody else. */
export const ASIDE_ORACLE = `
  create schema aside;
  grant usage on schema aside to worker, auditor;
  create view aside.oracle with (security_invoker = true) as
  select 'movement: those who may have dismissed it' as "check", m.id::text as offender
  from movement m
  where ${within('m.id')} and m.state = 'dismissed' and not exists (
    select from movement_proposal p where p.movement_id = m.id and p.kind = 'dismiss'
      and p.state = 'done' and exists (select from movement_proposal_history h
        where h.owner_id = p.id and case when p.decided_by is null
          then h.event = 'sufficed' and h.actor_id = p.proposed_by
          else h.event = 'approved' and h.actor_id = p.decided_by
            and p.decided_by <> p.proposed_by end))
  union all
  select 'movement: what was decided of it is what became of it', p.id::text
  from movement_proposal p
  where ${within('p.id')} and p.kind = 'dismiss' and p.state = 'done' and not exists (
    select from movement_history h where h.owner_id = p.movement_id and h.event = 'dismissed'
      and h.reason_code = p.reason_code);
  create view aside.oracle_key with (security_invoker = true) as
    select id from movement_proposal
    union all select id from movement where state = 'dismissed';
  grant select on aside.oracle, aside.oracle_key to worker, auditor;
`;
