// What no process can write, whatever its code does: a record that a bond may hang on, dismissed by
// one person's word or in another's name.

// Whose it is is known, and no bond of theirs was ever posted.
const ALONE = `
  create function app.may_dismiss_alone(p_movement uuid) returns boolean
  language sql stable as $$
    select exists (select from public.movement m where m.id = p_movement
      and m.person_id is not null
      and not exists (select from public.visa_case c join public.bond b on b.case_id = c.id
        where c.person_id = m.person_id
          and b.state not in ('required', 'payment_started', 'lapsed', 'withdrawn')))
  $$;
  revoke execute on function app.may_dismiss_alone(uuid) from public;
  grant execute on function app.may_dismiss_alone(uuid) to officer, worker;
`;

const PROPOSAL = `
  create function app.guard_movement_proposal() returns trigger language plpgsql as $$
  begin
    if app.process() = 'worker' and not (old.state = 'approved'
        and new.state in ('done', 'unchanged') or new.state = 'overtaken') then
      raise exception 'movement proposal %: a rule decides nothing here', old.id
        using errcode = '42501';
    end if;
    if app.process() = 'officer' then
      if new.decided_by is distinct from old.decided_by and new.decided_by <> app.actor()
         or new.state = 'approved' and new.decided_by is null
           and (old.proposed_by <> app.actor()
             or old.kind = 'dismiss' and not app.may_dismiss_alone(old.movement_id))
      then
        raise exception 'movement proposal %: another person decides, in their own name', old.id
          using errcode = 'VB005';
      end if;
    end if;
    return new;
  end $$;
  create trigger guard_movement_proposal before update on movement_proposal
    for each row execute function app.guard_movement_proposal();
`;

const RECORD = `
  create function app.guard_dismissal() returns trigger language plpgsql as $$
  begin
    if old.state <> 'set_aside' or not exists (select from public.movement_proposal p
        where p.movement_id = new.id and p.kind = 'dismiss' and p.state = 'approved'
          and (p.decided_by <> p.proposed_by
            or p.decided_by is null and app.may_dismiss_alone(new.id))) then
      raise exception 'movement %: those who may have not dismissed it', new.id
        using errcode = 'VB005';
    end if;
    return new;
  end $$;
  create trigger guard_dismissal before update of state on movement
    for each row when (new.state = 'dismissed' and app.process() is not null)
    execute function app.guard_dismissal();
  revoke execute on function app.guard_movement_proposal(), app.guard_dismissal() from public;
`;

const ROLES = `
  create trigger check_role before insert or update on movement_proposal
    for each row execute function app.check_role('officer', 'head_of_section');
  create trigger check_role_approves before update on movement_proposal
    for each row when (new.state = 'approved' and new.decided_by is not null)
    execute function app.check_role('head_of_section');
  create trigger check_role before insert or update on movement_holder
    for each row execute function app.check_role('officer', 'head_of_section');
`;

export const GUARDS = ALONE + PROPOSAL + RECORD + ROLES;
