import { within } from '../ranges/within.ts';

// The oracle of breach, each check by the id of what it looks at: money becomes the state's by a decision of two people that is final, and by
// nothing else.

const PEOPLE = `
  select 'breach: two people stand behind what is carried out, in the ledger too' as "check",
    r.id::text as offender
  from breach_ruling r left join ledger.decision d on d.id = r.decision_id
  where ${within('r.id')} and r.state in ('approved', 'carried_out') and (
    not exists (select from breach_ruling_history h where h.owner_id = r.id
      and h.event = 'approved' and h.actor_id = r.decided_by)
    or r.decision_id is not null and (d.requested_by, d.approved_by, d.refund, d.forfeit, d.currency)
      is distinct from (r.proposed_by, r.decided_by, r.refund_minor, r.forfeit_minor, r.currency))
  union all
  select 'breach: nobody decides who set the bond', r.id::text
  from breach_ruling r join breach_file f on f.id = r.file_id
  join bond_direction d on d.case_id = f.case_id
  where ${within('r.id')} and (r.proposed_by in (d.proposed_by, d.decided_by)
    or r.decided_by in (d.proposed_by, d.decided_by))
  union all
  select 'breach: nobody decides an appeal against his own work', r.id::text
  from breach_ruling r join breach_file f on f.id = r.file_id
  where ${within('r.id')} and r.kind = 'appeal' and (f.notice_by in (r.proposed_by, r.decided_by)
    or exists (select from breach_ruling e where e.file_id = f.id and e.kind <> 'appeal'
      and e.state <> 'declined'
      and (e.proposed_by in (r.proposed_by, r.decided_by)
        or e.decided_by in (r.proposed_by, r.decided_by)) and e.proposed_at <= r.proposed_at))
  union all
  select 'breach: a file is of its bond and its people', f.id::text
  from breach_file f join bond b on b.id = f.bond_id
  where ${within('f.id')} and (f.case_id, f.reference, f.applicant_account_id, f.payer_account_id)
    is distinct from (b.case_id, b.reference, b.applicant_account_id, b.payer_account_id)
`;

const MONEY = `
  select 'breach: what is reserved for the state is what a decision says', t.owner_id || ':' || t.seq
  from ledger.transfer t
  left join breach_ruling r on r.decision_id = t.decision_id and r.forfeit_seq = t.seq
  left join breach_file f on f.id = r.file_id
  where ${within('t.owner_id')} and t.phase = 'reserve' and t.code = 'forfeit'
    and (f.bond_id, r.kind, r.state, r.forfeit_minor)
    is distinct from (t.owner_id, 'decision', 'carried_out', t.amount)
  union all
  select 'breach: the state has money only once the breach was final', t.owner_id::text
  from ledger.transfer t
  where ${within('t.owner_id')} and t.phase = 'settle' and t.code = 'forfeit' and not exists (select from bond_history h
    where h.owner_id = t.owner_id and h.event = 'became_final')
  union all
  select 'breach: a final one has settled its part', b.id::text
  from bond b join ledger.transfer t on t.owner_id = b.id
  where ${within('b.id')} and b.state in ('breach_final', 'closed', 'cancelled', 'not_breached') and t.phase = 'reserve'
    and t.code = 'forfeit' and not exists (select from ledger.transfer n
      where n.owner_id = t.owner_id and n.follows = t.seq)
  union all
  select 'breach: the parts sum to what was held', r.id::text
  from breach_ruling r join breach_file f on f.id = r.file_id join bond b on b.id = f.bond_id
  where ${within('r.id')} and r.kind = 'decision' and r.state = 'carried_out'
    and r.refund_minor + r.forfeit_minor <> b.amount_minor
    and not exists (select from reversal v where v.bond_id = b.id)
  union all
  select 'breach: what a decision returns has its refund', r.id::text
  from breach_ruling r
  where ${within('r.id')} and r.state = 'carried_out' and r.refund_minor > 0 and not exists (select from refund x
    where x.decision_id = r.decision_id and x.amount_minor = r.refund_minor)
    and not exists (select from breach_file f join reversal v on v.bond_id = f.bond_id
      where f.id = r.file_id)
`;

const STATES = `
  select 'breach: the bond stands where its file does', b.id::text
  from bond b left join breach_file f on f.bond_id = b.id
  where ${within('b.id')} and (b.state = 'notice_given' and f.noticed_at is null
    or b.state in ('breach_declared', 'appealed', 'upheld', 'breach_final') and not exists (
      select from breach_ruling r where r.file_id = f.id and r.kind = 'decision'
        and r.state = 'carried_out' and r.outcome in ('part', 'full') and f.served_at is not null)
    or b.state = 'appealed' and not exists (select from breach_appeal a where a.file_id = f.id))
  union all
  select 'breach: a decision speaks of each ground that was named, and of each factor', r.id::text
  from breach_ruling r
  where ${within('r.id')} and r.kind = 'decision' and (
    not exists (select from breach_finding d where d.ruling_id = r.id)
    or exists (select from breach_finding d join breach_ground g on g.id = d.ground_id
      where d.ruling_id = r.id and g.file_id <> r.file_id)
    or (r.outcome <> 'none') <> exists (select from breach_finding d
      where d.ruling_id = r.id and d.is_established)
    or (select count(*) from breach_factor d where d.ruling_id = r.id) <> 4)
`;

/** Each of them, for whoever adds one. */
export const BREACH_CHECKS = `${PEOPLE} union all ${MONEY} union all ${STATES}`;

export const BREACH_ORACLE = `
  create schema breaches;
  grant usage on schema breaches to worker, auditor;
  create view breaches.oracle with (security_invoker = true) as
  ${BREACH_CHECKS};
  create view breaches.oracle_key with (security_invoker = true) as
    select id from breach_file union all select id from breach_ruling;
  grant select on breaches.oracle, breaches.oracle_key to worker, auditor;
`;
