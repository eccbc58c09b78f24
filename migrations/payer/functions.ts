// What a payer is told of a bond whose case stays shut, and the one way to change who pays.

const DEFINER = `security definer set search_path = public, pg_temp`;

// The functions run as the owner. A bond shows to it with the link to it, and to who took it on.
const SEEN = `
  create policy asked_of_payer on bond to migrator using (exists (select from payer_invitation i
    where i.bond_id = bond.id and (i.payer_account_id = (select app.actor())
      or i.state = 'sent' and encode(i.link_hash, 'hex') = (select app.invitation_key()))));
`;

// Of the case no more than which programme asks, by which rules, at which consulate.
const ASKED = `
  create function app.bond_asked(bond uuid)
  returns table (reference text, amount_minor bigint, currency text, state text,
    post_by timestamptz, is_paying boolean, programme_code text, programme_version integer,
    consulate_id uuid)
  language sql stable security definer
  begin atomic
    select b.reference, b.amount_minor, b.currency::text, b.state, b.post_by,
      exists (select from payment p where p.bond_id = b.id
        and p.state not in ('failed', 'expired')),
      c.programme_code, c.programme_version, c.consulate_id
    from bond b join visa_case c on c.id = b.case_id where b.id = bond_asked.bond;
  end;
  revoke execute on function app.bond_asked(uuid) from public;
  grant execute on function app.bond_asked(uuid) to portal, officer, worker;
`;

// The payer who took it on, or the applicant again once that has ended; never while money of it is on
// its way or here.
const CHANGE = `
  create function app.change_payer(invitation uuid) returns boolean
  language plpgsql volatile ${DEFINER} as $$
  declare
    i payer_invitation;
    is_taken boolean;
  begin
    select * into i from payer_invitation where id = invitation;
    is_taken := coalesce(i.state = 'accepted' and i.payer_account_id = app.actor(), false);
    if not is_taken and not coalesce(i.state = 'ended'
      and app.actor() in (i.applicant_account_id, i.payer_account_id), false) then
      return false;
    end if;
    update bond b set
      payer_account_id = case when is_taken then i.payer_account_id else i.applicant_account_id end,
      payer_contact_point_id = case when is_taken
        then (select a.contact_point_id from account a where a.id = i.payer_account_id)
        else (select c.contact_point_id from visa_case c where c.id = b.case_id) end
    where b.id = i.bond_id and b.state = 'required'
      and b.payer_account_id
        = case when is_taken then i.applicant_account_id else i.payer_account_id end
      and not exists (select from payment p where p.bond_id = b.id
        and p.state not in ('failed', 'expired'));
    return found;
  end $$;
  revoke execute on function app.change_payer(uuid) from public;
  grant execute on function app.change_payer(uuid) to portal;
`;

export const FUNCTIONS = SEEN + ASKED + CHANGE;
