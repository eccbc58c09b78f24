import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CUSTODY_ORACLE_WITH_ENDS } from './ranges/custody.ts';

/**
 * Ways out before a visa. Two people may waive the bond (R8). An applicant may withdraw a case after a bond was asked or posted, and an officer refuse one after
 * posting; two people may cancel a visa that nobody used. A bond that waits for its money is withdrawn with it by the portal, one that is held is
 * cancelled by the worker's rule within seconds (R15d).
 * Locks: visa_case while its index is made; bond exclusively for an instant.
 * Back out: drop the index, delete the four moves and give the policies their former text.
 */
export class EndsBeforeAVisa1764100000400 implements MigrationInterface {
  name = 'EndsBeforeAVisa1764100000400';

  async up(q: QueryRunner): Promise<void> {
    await q.query(MOVES);
    await q.query(PORTAL);
    await q.query(FOUND);
    await q.query(WAIVER);
    await q.query(REVOCATION);
    await q.query(CUSTODY_ORACLE_WITH_ENDS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

// Not with a visa in the passport: the traveller could still enter.
const MOVES = `
  insert into app.case_move (process, event, from_state, to_state) values
    ('portal', 'withdrawn', 'bond_required', 'withdrawn'),
    ('portal', 'withdrawn', 'approved_without_bond', 'withdrawn'),
    ('portal', 'withdrawn', 'bond_posted', 'withdrawn'),
    ('portal', 'withdrawn', 'bond_lapsed', 'withdrawn');
`;

// The portal withdraws a bond with its case and never alone.
const PORTAL = `
  insert into app.bond_move (process, event, from_state, to_state) values
    ('portal', 'withdrawn', 'required', 'withdrawn'),
    ('portal', 'withdrawn', 'payment_started', 'withdrawn');
  alter policy portal_moves on bond
    with check (state in ('payment_started', 'appealed') or state = 'withdrawn' and exists (
      select from visa_case c where c.id = case_id and c.state = 'withdrawn'));
`;

const FOUND = `
  create index visa_case_ended on visa_case (state_since)
    where state in ('refused_after_posting', 'withdrawn', 'closed');
`;

// No bond at all is a direction of nothing, approved like one of less (R8); it corrects no other.
const WAIVER = `
  alter table bond_direction drop constraint bond_direction_amount,
    add constraint bond_direction_amount check (amount_minor > 0
      or amount_minor = 0 and needs_second_person and supersedes is null);
  insert into app.case_move (process, event, from_state, to_state) values
    ('officer', 'approved_without_bond', 'in_review', 'approved_without_bond'),
    ('officer', 'refused', 'approved_without_bond', 'refused');

  create or replace function app.check_direction() returns trigger language plpgsql as $$
  declare
    of_case record;
    usual bigint;
  begin
    if app.process() is null then return new; end if;
    select c.state, p.currency, v.rules into of_case
    from public.visa_case c
    join public.programme p on p.code = c.programme_code
    join public.programme_version v
      on v.programme_code = c.programme_code and v.version = c.programme_version
    where c.id = new.case_id;
    usual := (of_case.rules ->> 'defaultTierMinor')::bigint;
    if of_case.state is distinct from
        (case when new.supersedes is null then 'in_review' else 'bond_required' end)
      or new.supersedes is not null and not exists (select from public.bond b
        where b.case_id = new.case_id and b.direction_id = new.supersedes
          and b.state = 'required')
      or new.currency is distinct from of_case.currency
      or new.amount_minor <> 0
        and not coalesce(of_case.rules -> 'tiersMinor' ? new.amount_minor::text, false)
      or new.needs_second_person is distinct from (new.amount_minor < usual)
      or not (case when new.amount_minor = usual then new.reason_code = 'default'
           when new.amount_minor < usual then of_case.rules -> 'lowerTierReasons' ? new.reason_code
           else of_case.rules -> 'higherTierReasons' ? new.reason_code end)
    then
      raise exception 'not a tier of the programme, its reason or its second person'
        using errcode = '42501';
    end if;
    return new;
  end $$;

  create function app.check_waiver() returns trigger language plpgsql as $$
  begin
    if app.process() = 'officer' and not exists (select from public.bond_direction d
      where d.case_id = new.id and d.amount_minor = 0 and d.state = 'approved')
    then
      raise exception 'nobody has waived the bond' using errcode = '42501';
    end if;
    return new;
  end $$;
  revoke execute on function app.check_waiver() from public;
  create trigger check_waiver before update of state on visa_case for each row
    when (new.state = 'approved_without_bond' and old.state is distinct from new.state)
    execute function app.check_waiver();
`;

// Two people, since the bond goes back: who proposed it approves nothing, and no visa is closed by an
// officer's login without both.
const REVOCATION = `
  create table visa_revocation (
    id uuid primary key,
    case_id uuid not null references visa_case (id),
    reference text not null,
    reason_code text not null constraint visa_revocation_reason
      check (reason_code in ('given_back', 'no_longer_eligible', 'security')),
    state text not null constraint visa_revocation_state
      check (state in ('proposed', 'approved', 'declined')),
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    constraint visa_revocation_decided check (
      (state = 'proposed') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
    constraint visa_revocation_two_people check (state <> 'approved' or decided_by <> proposed_by)
  );
  create unique index visa_revocation_one_proposed on visa_revocation (case_id)
    where state = 'proposed';
  create index visa_revocation_case on visa_revocation (case_id);
  create index visa_revocation_waiting on visa_revocation (proposed_at, id)
    where state = 'proposed';
  alter table visa_revocation enable row level security;
  alter table visa_revocation force row level security;
  create policy by_staff on visa_revocation to officer using ((select app.scope() = 'staff'));
  create policy by_rules on visa_revocation to worker
    using (current_setting('app.scope', true) = 'system');
  create policy auditor on visa_revocation for select to auditor using (true);
  create policy officer_proposes on visa_revocation as restrictive for insert to officer
    with check (state = 'proposed' and proposed_by = (select app.actor()));
  create policy officer_answers on visa_revocation as restrictive for update to officer
    using (state = 'proposed') with check (decided_by = (select app.actor()));
  grant select, insert, update (state, decided_by, decided_at) on visa_revocation to officer;
  grant select on visa_revocation to worker, auditor;
  create trigger check_role before insert on visa_revocation
    for each row execute function app.check_role('officer', 'head_of_section');
  create trigger check_role_decides before update on visa_revocation
    for each row when (new.state = 'approved')
    execute function app.check_role('head_of_section');

  insert into app.case_move (process, event, from_state, to_state) values
    ('officer', 'closed', 'visa_issued', 'closed');
  create function app.check_revocation() returns trigger language plpgsql as $$
  begin
    if app.process() = 'officer' and not exists (select from public.visa_revocation r
      where r.case_id = new.id and r.state = 'approved')
    then
      raise exception 'two people cancel a visa' using errcode = '42501';
    end if;
    return new;
  end $$;
  revoke execute on function app.check_revocation() from public;
  create trigger check_revocation before update of state on visa_case for each row
    when (new.state = 'closed' and old.state is distinct from new.state)
    execute function app.check_revocation();
`;
