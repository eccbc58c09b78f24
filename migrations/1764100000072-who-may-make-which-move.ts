import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which move of a case each site may make, and with which role; that a direction asks a tier of the
 * programme and says truly whether it needs a second person: the database holds it, whatever the
 * code of a process does. A test compares the moves with the lifecycle and the roles with the
 * permissions.
 * Locks: visa_case, visa_case_history, visa, bond_direction, disbursement exclusively for an
 * instant. Back out: drop the triggers and policies made here.
 */
export class WhoMayMakeWhichMove1764100000072 implements MigrationInterface {
  name = 'WhoMayMakeWhichMove1764100000072';

  async up(q: QueryRunner): Promise<void> {
    await q.query(MOVES);
    await q.query(CASES);
    await q.query(DIRECTIONS);
    await q.query(ROLES);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

// What a rule moves, the worker's login moves; it is not listed. Money that is asked or held is not
// withdrawn by the portal, and no process approves without a bond: nobody can waive one yet.
const MOVES = `
  create table app.case_move (
    process text not null,
    event text not null,
    from_state text not null,
    to_state text not null,
    primary key (process, event, from_state)
  );
  insert into app.case_move (process, event, from_state, to_state) values
    ('portal', 'submitted', 'draft', 'submitted'),
    ('portal', 'information_given', 'information_requested', 'in_review'),
    ('portal', 'withdrawn', 'draft', 'withdrawn'),
    ('portal', 'withdrawn', 'submitted', 'withdrawn'),
    ('portal', 'withdrawn', 'in_review', 'withdrawn'),
    ('portal', 'withdrawn', 'information_requested', 'withdrawn'),
    ('officer', 'review_started', 'submitted', 'in_review'),
    ('officer', 'information_requested', 'in_review', 'information_requested'),
    ('officer', 'refused', 'in_review', 'refused'),
    ('officer', 'bond_required', 'in_review', 'bond_required'),
    ('officer', 'reopened', 'bond_lapsed', 'bond_required'),
    ('officer', 'visa_issued', 'bond_posted', 'visa_issued'),
    ('officer', 'visa_issued', 'approved_without_bond', 'visa_issued'),
    ('officer', 'refused_after_posting', 'bond_posted', 'refused_after_posting');
  grant select on app.case_move to portal, officer, worker;
`;

const CASES = `
  create function app.check_case_move() returns trigger language plpgsql as $$
  begin
    if app.process() in ('portal', 'officer') and old.state is distinct from new.state
      and not exists (select from app.case_move m where m.process = app.process()
        and m.from_state = old.state and m.to_state = new.state)
    then
      raise exception 'a case does not go from % to % here', old.state, new.state
        using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger check_case_move before update of state on visa_case
    for each row execute function app.check_case_move();

  create function app.check_case_history() returns trigger language plpgsql as $$
  begin
    if app.process() in ('portal', 'officer')
      and not exists (select from app.case_move m where m.process = app.process()
        and (m.event, m.from_state, m.to_state) = (new.event, new.from_state, new.to_state))
    then
      raise exception 'no % of a case is written here', new.event using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger check_case_history before insert on visa_case_history
    for each row execute function app.check_case_history();

  create policy officer_issues on visa as restrictive for insert to officer
    with check (issued_by = (select app.actor()) and exists (select from visa_case c
      where c.id = case_id and c.state = 'visa_issued'
        and c.applicant_account_id = visa.applicant_account_id));
`;

// R7 and R8, in the words of the case's own version of the rules.
const DIRECTIONS = `
  create function app.check_direction() returns trigger language plpgsql as $$
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
    if of_case.state is distinct from 'in_review'
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
  create trigger check_direction before insert on bond_direction
    for each row execute function app.check_direction();
`;

// The roles that hold the permission which the pages ask for.
const ROLES = `
  create function app.works_as(variadic roles text[]) returns boolean
  language sql stable security definer
  begin atomic
    select (select app.scope()) = 'staff' and exists (select from account_role r
      where r.account_id = (select app.actor()) and r.role = any (roles));
  end;
  revoke execute on function app.works_as(text[]) from public;
  -- A trigger that only asks of officers still needs the right to ask.
  grant execute on function app.works_as(text[]) to portal, officer, worker;

  -- Triggers and not policies: a policy for updates would also hide the rows from whoever locks them.
  create function app.check_role() returns trigger language plpgsql as $$
  begin
    if app.process() = 'officer' and not app.works_as(variadic tg_argv) then
      raise exception '% on % needs %', tg_op, tg_table_name, array_to_string(tg_argv, ' or ')
        using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger check_role before update of state on visa_case
    for each row execute function app.check_role('officer', 'head_of_section');
  create trigger check_role before insert on visa
    for each row execute function app.check_role('officer', 'head_of_section');
  create trigger check_role before insert on bond_direction
    for each row execute function app.check_role('officer', 'head_of_section');
  create trigger check_role_decides before update on bond_direction
    for each row execute function app.check_role('head_of_section');
  create trigger check_role before update of state on disbursement
    for each row execute function app.check_role('treasury');

  revoke execute on function app.check_case_move(), app.check_case_history(),
    app.check_direction(), app.check_role() from public;
`;
