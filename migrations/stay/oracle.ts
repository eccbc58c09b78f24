import { within } from '../ranges/within.ts';

// What is in force of a stay, two people stand behind; and no stay is longer, nor is money returned for
// a death, without such a fact. Each check by the id of what it looks at.

const FACTS = `
  select 'stay fact: it is of its case, its bond and its applicant' as "check",
    f.id::text as offender
  from stay_fact f join visa_case c on c.id = f.case_id left join bond b on b.case_id = c.id
  where ${within('f.id')} and (f.reference, f.applicant_account_id, f.contact_point_id,
      f.consulate_id, f.bond_id) is distinct from (c.reference, c.applicant_account_id,
      c.contact_point_id, c.consulate_id, b.id)
  union all
  select 'stay fact: what was sent has its files, of its case', f.id::text
  from stay_fact f
  where ${within('f.id')} and (f.sent_at is not null and not exists (
      select from stay_fact_upload x where x.stay_fact_id = f.id)
    or exists (select from stay_fact_upload x join upload u on u.id = x.upload_id
      where x.stay_fact_id = f.id and u.case_id <> f.case_id))
  union all
  select 'stay fact: two people stand behind what is accepted', f.id::text
  from stay_fact f
  where ${within('f.id')} and f.state in ('accepted', 'in_force') and (
    not exists (select from stay_fact_history h where h.owner_id = f.id
      and h.event = 'proposed' and h.actor_id = f.proposed_by)
    or not exists (select from stay_fact_history h where h.owner_id = f.id
      and h.event = 'accepted' and h.actor_id = f.decided_by))
  union all
  select 'stay fact: the ledger knows who decided to return money', f.id::text
  from stay_fact f
  where ${within('f.id')} and f.state in ('accepted', 'in_force') and f.decision_id is not null
    and not exists (select from ledger.decision d
      where d.id = f.decision_id and d.owner_id = f.bond_id and d.forfeit = 0
        and d.requested_by = f.proposed_by and d.approved_by = f.decided_by)
`;

const CARRIED_OUT = `
  select 'stay fact: what is in force was done', f.id::text
  from stay_fact f
  where ${within('f.id')} and f.state = 'in_force' and not (case f.kind
    when 'extension' then exists (select from visa v where v.case_id = f.case_id
      and v.extended_until >= f.accepted_day)
    when 'application_to_stay' then exists (select from bond_history h where h.owner_id = f.bond_id
      and h.event = 'referred' and h.reason_code = 'application_to_stay')
    else exists (select from visa_case c where c.id = f.case_id and c.state = 'closed')
      and (f.bond_id is null or exists (select from refund r where r.decision_id = f.decision_id
        and r.bond_id = f.bond_id and r.rule = 'R15e')) end)
  union all
  select 'refund: what goes back for a death has the two people behind it', r.id::text
  from refund r
  where ${within('r.id')} and r.rule = 'R15e' and not exists (select from stay_fact f
    where f.decision_id = r.decision_id and f.state = 'in_force' and f.kind = 'death'
      and f.bond_id = r.bond_id)
  union all
  select 'visa: a longer stay is what two people granted', v.id::text
  from visa v
  where ${within('v.id')} and v.extended_until is not null and not exists (select from stay_fact f
    where f.case_id = v.case_id and f.kind = 'extension' and f.state = 'in_force'
      and f.accepted_day = v.extended_until)
`;

export const STAY_ORACLE = `
  create schema stays;
  grant usage on schema stays to worker, auditor;
  create view stays.oracle with (security_invoker = true) as
  ${FACTS} union all ${CARRIED_OUT};
  create view stays.oracle_key with (security_invoker = true) as select id from stay_fact;
  grant select on stays.oracle, stays.oracle_key to worker, auditor;
`;
