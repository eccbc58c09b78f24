import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A direction is put right by another in its place, as long as nobody has signed: the first one stays
 * as it was, and the bond asks what the second one says. The database holds that, whatever the code
 * of a process does.
 * Locks: bond_direction, bond and bond_history exclusively for an instant.
 * Back out: drop what is made here and give the functions and policies their former text; no row of
 * before is changed.
 */
export class CorrectDirections1764100000110 implements MigrationInterface {
  name = 'CorrectDirections1764100000110';

  async up(q: QueryRunner): Promise<void> {
    await q.query(DIRECTION);
    await q.query(CHECK);
    await q.query(TERMS);
    await q.query(OFFICER);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const DIRECTION = `
  alter table bond_direction
    add column supersedes uuid references bond_direction (id),
    add column correction_reason text
      constraint bond_direction_correction_reason check (correction_reason ~ '^[a-z_]{1,40}$'),
    add constraint bond_direction_corrects check (
      (supersedes is null) = (correction_reason is null) and supersedes is distinct from id);
  create unique index bond_direction_superseded_once on bond_direction (supersedes)
    where state <> 'declined';
`;

// R7 and R8, in the words of the case's own version of the rules: a first direction while the case is
// under review, another one while its bond is asked.
const CHECK = `
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
      or not coalesce(of_case.rules -> 'tiersMinor' ? new.amount_minor::text, false)
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
`;

// Only the officer's login may change what is asked. What was signed is a contract, and what was begun
// to be paid has its amount: neither changes under anybody's hands.
const TERMS = `
  create function app.check_bond_terms() returns trigger language plpgsql as $$
  declare
    same boolean := (new.direction_id, new.amount_minor, new.currency, new.reason_code,
      new.directed_at) is not distinct from (old.direction_id, old.amount_minor, old.currency,
      old.reason_code, old.directed_at);
  begin
    if app.process() is distinct from 'officer' then return new; end if;
    if same and old.state = 'lapsed' then return new; end if;
    if same and new.state = 'required' and new.post_by = old.post_by then return new; end if;
    if same or old.state <> 'required' or new.state <> 'required'
      or not exists (select from public.bond_direction d where d.id = new.direction_id
        and d.state = 'approved' and d.case_id = new.case_id and d.supersedes = old.direction_id
        and (d.amount_minor, d.currency, d.reason_code)
          = (new.amount_minor, new.currency, new.reason_code))
      or exists (select from public.undertaking u where u.bond_id = new.id)
      or exists (select from public.payment p where p.bond_id = new.id)
    then
      raise exception 'no direction asks for these terms, or somebody has signed for others'
        using errcode = '42501';
    end if;
    return new;
  end $$;
  revoke execute on function app.check_bond_terms() from public;
  create trigger check_bond_terms before update on bond
    for each row execute function app.check_bond_terms();
`;

const OFFICER = `
  drop policy officer_reopens on bond;
  create policy officer_asks_again on bond as restrictive for update to officer
    using (state in ('lapsed', 'required')) with check (state in ('lapsed', 'required'));
  drop policy officer_reopens on bond_history;
  create policy officer_asks_again on bond_history as restrictive for insert to officer
    with check (event in ('reopened', 'corrected') and actor_id = app.actor());
  grant update (direction_id, amount_minor, reason_code, directed_at) on bond to officer;
`;
