// What no process can write, whatever its code does: one person on both sides of an import, a step
// that is another process's, and records of what nobody has confirmed.

const IMPORTS = `
  create function app.guard_movement_import() returns trigger language plpgsql as $$
  declare
    process text := app.process();
  begin
    if process is not null and old.state <> new.state
       and (process, old.state, new.state) not in (('officer', 'checking', 'declined'),
         ('officer', 'checked', 'declined'), ('officer', 'checked', 'confirmed'),
         ('worker', 'checking', 'checked'), ('worker', 'confirmed', 'imported')) then
      raise exception 'import %: not from % to % here', old.id, old.state, new.state
        using errcode = '42501';
    end if;
    if new.decided_by is distinct from old.decided_by
       and (old.decided_by is not null or new.decided_by is distinct from app.actor()
         or new.state not in ('confirmed', 'declined')) then
      raise exception 'import %: one decides in one''s own name', old.id using errcode = 'VB005';
    end if;
    if process = 'officer' and not (case new.state
        when 'confirmed' then app.works_as('head_of_section')
        else app.works_as('officer', 'head_of_section') end) then
      raise exception 'import %: not with this role', old.id using errcode = '42501';
    end if;
    return new;
  end $$;
  revoke execute on function app.guard_movement_import() from public;
  create trigger guard_movement_import before update of state, decided_by on movement_import
    for each row execute function app.guard_movement_import();
  create trigger check_role before insert on movement_import
    for each row execute function app.check_role('officer', 'head_of_section');
`;

// Once a statement: a file has as many rows as a border reports in a year. Who may not read imports,
// as the api, adds none of their records and is not asked about them.
const MOVEMENTS = `
  create function app.guard_imported_movements() returns trigger language plpgsql as $$
  begin
    if not exists (select from added where import_id is not null) then return null; end if;
    if exists (select from (select distinct import_id from added where import_id is not null) a
        where not exists (select from public.movement_import i
          where i.id = a.import_id and i.state = 'confirmed' and i.decided_by <> i.sent_by)) then
      raise exception 'a record of an import that two people have not confirmed'
        using errcode = '42501';
    end if;
    return null;
  end $$;
  revoke execute on function app.guard_imported_movements() from public;
  create trigger guard_imported_movements after insert on movement
    referencing new table as added
    for each statement execute function app.guard_imported_movements();
`;

export const IMPORT_GUARDS = IMPORTS + MOVEMENTS;
