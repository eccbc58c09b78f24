// What no process can write, whatever its code does: one person on both sides of a ruling, or
// somebody deciding about what he had a part in.

// R19: whoever proposed or approved what the bond asks.
const SET_THE_BOND = `
  create function app.set_the_bond(p_case uuid, p_person uuid) returns boolean
  language sql stable as $$
    select exists (select from bond_direction d where d.case_id = p_case
      and p_person in (d.proposed_by, d.decided_by))
  $$;
  revoke execute on function app.set_the_bond(uuid, uuid) from public;
  grant execute on function app.set_the_bond(uuid, uuid) to officer;
`;

const FILE = `
  create function app.guard_breach_file() returns trigger language plpgsql as $$
  begin
    if app.process() is distinct from 'officer' then return new; end if;
    if not app.works_as('adjudicator') or app.set_the_bond(new.case_id, app.actor())
       or new.notice_by is distinct from old.notice_by
         and (old.notice_by is not null or new.notice_by is distinct from app.actor()) then
      raise exception 'breach file %: a notice is an adjudicator''s who did not set the bond', old.id
        using errcode = '42501';
    end if;
    return new;
  end $$;
  revoke execute on function app.guard_breach_file() from public;
  create trigger guard_breach_file before update on breach_file
    for each row execute function app.guard_breach_file();
`;

// R22: an appeal is not decided by anybody who gave the notice or decided before.
const RULING = `
  create function app.guard_breach_ruling() returns trigger language plpgsql as $$
  declare
    f breach_file;
    who uuid := app.actor();
  begin
    if app.process() is distinct from 'officer' then return new; end if;
    if tg_op = 'UPDATE' and new.decided_by is not distinct from old.decided_by then
      return new;
    end if;
    select * into f from breach_file where id = new.file_id;
    if tg_op = 'UPDATE' and (new.decided_by <> who or old.decided_by is not null)
       or not app.works_as(case new.kind when 'appeal' then 'appeal_member' else 'adjudicator' end)
       or app.set_the_bond(f.case_id, who)
       or new.kind = 'appeal' and (f.notice_by = who or exists (select from breach_ruling r
         where r.file_id = f.id and r.kind <> 'appeal' and who in (r.proposed_by, r.decided_by)))
    then
      raise exception 'breach ruling %: decided by somebody who had a part in it', new.id
        using errcode = '42501';
    end if;
    return new;
  end $$;
  revoke execute on function app.guard_breach_ruling() from public;
  create trigger guard_breach_ruling before insert or update on breach_ruling
    for each row execute function app.guard_breach_ruling();
`;

const ROLES = `
  create trigger check_role before update on breach_question
    for each row execute function app.check_role('adjudicator');
  create trigger check_role before insert or update on breach_ground
    for each row execute function app.check_role('adjudicator');
`;

export const GUARDS = SET_THE_BOND + FILE + RULING + ROLES;
