// What no process can write, whatever its code does: money that leaves suspense by one person's word,
// or in another's name.

// Money that came by a bond's own payment page, of no more than its programme lets one person decide.
const ALONE = `
  create function app.may_match_alone(p_payment uuid, p_bond uuid, p_amount bigint)
  returns boolean language sql stable as $$
    select exists (select from payment p
      join bond b on b.id = p.bond_id
      join visa_case c on c.id = b.case_id
      join programme_version v
        on v.programme_code = c.programme_code and v.version = c.programme_version
      where p.received_payment_id = p_payment and b.id = p_bond
        and p_amount <= (v.rules ->> 'suspenseSecondPersonAboveMinor')::bigint)
  $$;
  revoke execute on function app.may_match_alone(uuid, uuid, bigint) from public;
  grant execute on function app.may_match_alone(uuid, uuid, bigint) to officer, worker, auditor;
`;

const PROPOSAL = `
  create function app.guard_suspense_proposal() returns trigger language plpgsql as $$
  begin
    if app.process() = 'worker' and not (old.state = 'approved' and new.state = 'done'
        or old.state in ('proposed', 'approved') and new.state = 'overtaken') then
      raise exception 'suspense %: a rule decides nothing here', old.id using errcode = '42501';
    end if;
    if app.process() = 'officer' then
      if new.decided_by is distinct from old.decided_by and new.decided_by <> app.actor()
         or new.state = 'done' and (old.kind <> 'keep' or old.proposed_by <> app.actor())
         or new.state = 'approved' and new.decided_by is null
           and (old.kind <> 'match' or old.proposed_by <> app.actor()
             or not app.may_match_alone(old.received_payment_id, old.bond_id, old.amount_minor))
      then
        raise exception 'suspense %: another person decides, in their own name', old.id
          using errcode = 'VB005';
      end if;
    end if;
    if new.state = 'approved' and new.kind = 'return' and not exists (
        select from ledger.decision d where d.id = new.decision_id
          and d.owner_id = new.received_payment_id and d.forfeit = 0
          and (d.refund, d.currency) = (new.amount_minor, new.currency)
          and d.requested_by = new.proposed_by and d.approved_by = new.decided_by) then
      raise exception 'suspense %: the ledger knows no decision of these two', old.id
        using errcode = 'VB003';
    end if;
    return new;
  end $$;
  revoke execute on function app.guard_suspense_proposal() from public;
  create trigger guard_suspense_proposal before update on suspense_proposal
    for each row execute function app.guard_suspense_proposal();
`;

const ROLES = `
  create trigger check_role before insert or update on suspense_proposal
    for each row execute function app.check_role('treasury');
  create trigger check_role before insert or update on suspense_holder
    for each row execute function app.check_role('treasury');
`;

export const GUARDS = ALONE + PROPOSAL + ROLES;
