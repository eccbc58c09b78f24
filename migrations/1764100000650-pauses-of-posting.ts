import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ESCROW_ORACLE_WITH_PAUSES } from './ranges/escrow.ts';

/**
 * The payer's days to post stand still while the state must act (R9, R31). No pause is stored: each
 * is read from the record of what causes it, so that none can be forgotten or left open. `post_by`
 * stays what was signed. The portal's login may read none of these records; it asks a function, which
 * answers for the bonds that its person sees, with times alone, and with a reason that does not tell a
 * freeze from other steps of the consulate.
 * Locks: visa_case, bond_direction, case_freeze and reversal exclusively, for an instant.
 * Back out: create the oracle as it was, drop the function, the view and the four policies.
 */
export class PausesOfPosting1764100000650 implements MigrationInterface {
  name = 'PausesOfPosting1764100000650';

  async up(q: QueryRunner): Promise<void> {
    await q.query(VIEW);
    await q.query(SEEN);
    await q.query(FUNCTION);
    await q.query(ESCROW_ORACLE_WITH_PAUSES);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

// A new window to post begins when the terms change or are asked again, and with it the count; it is
// over once the bond is posted or ends. Money in suspense waits as long as some of it is undecided.
const VIEW = `
  create view escrow.posting_pause with (security_invoker = true) as
  select b.id as bond_id, k.time_zone, c.reason,
    greatest(c.started_at, w.begun_at) as started_at,
    nullif(least(coalesce(c.ended_at, 'infinity'), w.over_at), 'infinity') as ended_at
  from bond b
  join visa_case v on v.id = b.case_id
  join consulate k on k.id = v.consulate_id
  cross join lateral (select
    coalesce((select max(h.happened_at) from bond_history h where h.owner_id = b.id
      and h.event in ('corrected', 'reopened', 'required_again')), b.directed_at) as begun_at,
    case when b.state in ('required', 'payment_started') then 'infinity'
      when b.state in ('lapsed', 'withdrawn') then b.state_since
      else b.held_at end as over_at) w
  cross join lateral (
    select 'correction_proposed' as reason, d.proposed_at as started_at, d.decided_at as ended_at
    from bond_direction d
    where d.case_id = b.case_id and d.supersedes is not null
    union all
    select 'case_frozen', f.placed_at, case f.state when 'lifted' then f.state_since end
    from case_freeze f where f.case_id = b.case_id
    union all
    select 'money_being_settled', e.arrived_at, case when a.held = a.reserved then
      (select max(t.happened_at) from ledger.transfer t where t.owner_id = a.owner_id
        and t.debit = 'suspense' and t.phase in ('post', 'reserve')) end
    from suspense_entry e join ledger.account a on a.owner_id = e.received_payment_id
    where e.bond_id = b.id
    union all
    select 'money_being_settled', r.happened_at,
      case when r.state in ('settled', 'undone') then r.state_since end
    from reversal r where r.bond_id = b.id) c
  where c.started_at < w.over_at and coalesce(c.ended_at, 'infinity') > w.begun_at
    and coalesce(c.ended_at, 'infinity') > c.started_at;
  grant select on escrow.posting_pause to worker, auditor;
`;

/** Tables whose rows the function's owner sees with the bond they are about, and no others. */
const ABOUT_A_BOND = {
  visa_case: 'b.case_id = visa_case.id',
  bond_direction: 'b.case_id = bond_direction.case_id',
  case_freeze: 'b.case_id = case_freeze.case_id',
  reversal: 'b.id = reversal.bond_id',
};
const SEEN = Object.entries(ABOUT_A_BOND)
  .map(
    ([table, about]) => `
  create policy with_bond_for_pauses on ${table} for select to current_user
    using (exists (select from bond b where ${about}));`,
  )
  .join('');

const FUNCTION = `
  create function app.posting_pauses(bonds uuid[])
  returns table (bond_id uuid, time_zone text, reason text, started_at timestamptz,
    ended_at timestamptz)
  language sql stable security definer
  begin atomic
    select p.bond_id, p.time_zone, case
        when app.process() = 'portal' and p.reason <> 'money_being_settled' then 'consulate_acts'
        else p.reason end, p.started_at, p.ended_at
    from escrow.posting_pause p where p.bond_id = any (bonds);
  end;
  revoke execute on function app.posting_pauses(uuid[]) from public;
  grant execute on function app.posting_pauses(uuid[]) to portal, officer, worker;
`;
