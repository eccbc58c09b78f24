// Who sees an invitation, and who may move it. A link shows the one row whose digest is named in the
// transaction; who holds it may say no, and the account of the address that was asked may say yes.

const KEY = `
  create function app.invitation_key() returns text language sql stable as
    $$ select coalesce(current_setting('app.invitation_key', true), '') $$;
  revoke execute on function app.invitation_key() from public;
  grant execute on function app.invitation_key() to portal;
`;

const GRANTS = `
  grant select on payer_invitation, payer_invitation_history to portal, worker;
  grant select (id, bond_id, applicant_account_id, state, state_since, version, asked_at,
    expires_at, payer_account_id) on payer_invitation to officer, auditor;
  grant select on payer_invitation_history to officer, auditor;
  grant insert on payer_invitation to portal;
  grant update (state, state_since, version, payer_account_id, payer_name_sealed)
    on payer_invitation to portal;
  grant update (state, state_since, version) on payer_invitation to worker;
  grant insert on payer_invitation_history to portal, worker;
`;

const BY_LINK = `encode(link_hash, 'hex') = (select app.invitation_key())`;

const VISIBLE = `
  alter table payer_invitation enable row level security;
  alter table payer_invitation force row level security;
  create policy own on payer_invitation to migrator, portal using (
    (select app.scope()) = 'applicant'
    and (select app.actor()) in (applicant_account_id, payer_account_id));
  create policy by_link on payer_invitation to migrator, portal using (${BY_LINK});
  create policy by_staff on payer_invitation to officer using ((select app.scope() = 'staff'));
  create policy by_rules on payer_invitation to worker
    using (current_setting('app.scope', true) = 'system');
  create policy auditor on payer_invitation for select to auditor using (true);

  alter table payer_invitation_history enable row level security;
  alter table payer_invitation_history force row level security;
  create policy with_invitation on payer_invitation_history to portal
    using (exists (select from payer_invitation i where i.id = owner_id));
  create policy by_staff on payer_invitation_history to officer
    using ((select app.scope() = 'staff'));
  create policy by_rules on payer_invitation_history to worker
    using (current_setting('app.scope', true) = 'system');
  create policy auditor on payer_invitation_history for select to auditor using (true);
`;

// Restrictive: they narrow what is granted, whatever the code of a process does.
const NARROW = `
  create policy applicant_asks on payer_invitation as restrictive for insert to portal
    with check (state = 'sent' and payer_account_id is null
      and applicant_account_id = (select app.actor())
      and exists (select from bond b where b.id = bond_id and b.state in ('required', 'payment_started')
        and (b.applicant_account_id, b.payer_account_id)
          = (payer_invitation.applicant_account_id, payer_invitation.applicant_account_id))
      and exists (select from person p where p.id = person_id));
  create policy portal_moves on payer_invitation_history as restrictive for insert to portal
    with check (actor_id is not distinct from (select app.actor())
      and event in ('accepted', 'declined', 'withdrawn', 'ended'));
  create policy rules_move on payer_invitation_history as restrictive for insert to worker
    with check (event = 'expired' and actor_id is null);

  create policy of_somebody_asked on contact_point for insert to portal
    with check ((select app.scope()) = 'applicant' and account_id is null);
`;

const MOVES = `
  create function app.check_payer_invitation() returns trigger language plpgsql as $$
  declare
    actor uuid := app.actor();
    move text := old.state || ' ' || new.state;
    may boolean := true;
  begin
    if app.process() = 'worker' then
      may := move = 'sent expired';
    elsif app.process() = 'portal' then
      may := (move = 'sent accepted' or (new.payer_account_id, new.payer_name_sealed)
          is not distinct from (old.payer_account_id, old.payer_name_sealed))
        and case move
          when 'sent accepted' then new.payer_account_id = actor
            and encode(new.link_hash, 'hex') = app.invitation_key()
            and new.expires_at > app.legal_now()
            and exists (select from account a where a.id = actor
              and a.email_token = new.email_token)
          when 'sent declined' then encode(new.link_hash, 'hex') = app.invitation_key()
          when 'sent withdrawn' then new.applicant_account_id = actor
          when 'accepted ended' then actor in (new.applicant_account_id, new.payer_account_id)
          else false end;
    end if;
    if not coalesce(may, false) then
      raise exception 'an invitation does not go from % to % here', old.state, new.state
        using errcode = '42501';
    end if;
    return new;
  end $$;
  revoke execute on function app.check_payer_invitation() from public;
  create trigger check_payer_invitation before update on payer_invitation
    for each row execute function app.check_payer_invitation();
`;

// The payer's copy of a signature is the payer's; its moment is for whoever sees the bond.
const UNDERTAKINGS = `
  create policy payer_reads on undertaking as restrictive for select to portal
    using (payer_account_id = (select app.actor()));
  create function app.signed_at(bond uuid) returns timestamptz
    language sql stable security definer
  begin atomic
    select u.signed_at from undertaking u join bond b on b.id = u.bond_id
    where b.id = signed_at.bond and u.payer_account_id = b.payer_account_id
      and u.post_by = b.post_by;
  end;
  revoke execute on function app.signed_at(uuid) from public;
  grant execute on function app.signed_at(uuid) to portal, officer, worker;
`;

// Papers of a bond are its payer's as well, and the payer's signature has one: of that payer's bond.
const PAPERS = `
  alter table paper drop constraint paper_kind;
  alter table paper add constraint paper_kind
    check (kind in ('direction', 'receipt', 'decision', 'undertaking'));
  create policy of_payer on paper for select to portal using ((select app.scope()) = 'applicant'
    and exists (select from bond b where b.case_id = paper.case_id
      and b.payer_account_id = (select app.actor())));
  grant insert on paper to portal;
  create policy payer_signs on paper for insert to portal
    with check (kind = 'undertaking' and exists (select from undertaking u
      join bond b on b.id = u.bond_id cross join lateral app.bond_asked(b.id) a
      where u.id = subject_id and u.payer_account_id = (select app.actor())
        and b.case_id = paper.case_id and a.programme_code = paper.programme_code));
`;

export const RIGHTS = KEY + GRANTS + VISIBLE + NARROW + MOVES + UNDERTAKINGS;
export const PAPER_RIGHTS = PAPERS;
