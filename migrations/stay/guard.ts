// Each of the two in their own name, a head of section the second; and where money goes back, what they
// accept is what the ledger says they decided.

export const STAY_GUARD = `
  create function app.guard_stay_fact() returns trigger language plpgsql as $$
  begin
    if new.proposed_by is distinct from old.proposed_by
       and not (old.state = 'sent' and new.state = 'proposed' and new.proposed_by = app.actor()
         or new.state = 'sent' and new.proposed_by is null)
       or new.decided_by is distinct from old.decided_by
       and not (old.state = 'proposed' and old.decided_by is null
           and new.decided_by = app.actor()
         or new.state = 'sent' and new.decided_by is null)
       or app.process() = 'officer' and old.state = 'draft'
         and new.recorded_by is distinct from app.actor() then
      raise exception 'stay fact %: one records, proposes and decides in one''s own name', old.id
        using errcode = 'VB005';
    end if;
    if app.process() = 'officer' and not (case old.state
        when 'proposed' then app.works_as('head_of_section')
        else app.works_as('officer', 'head_of_section') end) then
      raise exception 'stay fact %: not with this role', old.id using errcode = '42501';
    end if;
    if old.state = 'proposed' and new.state = 'sent' and old.proposed_by = app.actor() then
      raise exception 'stay fact %: another sends it back', old.id using errcode = 'VB005';
    end if;
    if new.state <> 'accepted' or new.decision_id is null then return new; end if;
    if not exists (select from ledger.decision d
        where d.id = new.decision_id and d.owner_id = new.bond_id and d.forfeit = 0
          and d.requested_by = new.proposed_by and d.approved_by = new.decided_by) then
      raise exception 'stay fact %: the ledger knows no decision of these two', old.id
        using errcode = 'VB003';
    end if;
    return new;
  end $$;
  revoke execute on function app.guard_stay_fact() from public;
  create trigger guard_stay_fact
    before update of state, proposed_by, decided_by, recorded_by on stay_fact
    for each row execute function app.guard_stay_fact();
  create trigger check_role before insert on stay_fact
    for each row execute function app.check_role('officer', 'head_of_section');
  create trigger check_role before insert on upload
    for each row execute function app.check_role('officer', 'head_of_section');
`;
