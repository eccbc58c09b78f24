import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts and roles of staff are written by one function: for an administrator who is signed in, or
 * for the installation (the owner of the schema or who administers the database). No login of a
 * process inserts into either table any more.
 * Locks: account and account_role briefly. Back out: grant the inserts again and add the policies
 * account_officer_new and account_role_new of CreateIdentity.
 */
export class CreateStaffByOneFunction1764100000071 implements MigrationInterface {
  name = 'CreateStaffByOneFunction1764100000071';

  async up(q: QueryRunner): Promise<void> {
    await q.query(RIGHTS);
    await q.query(FUNCTION);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const RIGHTS = `
  drop policy account_officer_new on account;
  drop policy account_role_new on account_role;
  revoke insert on account from officer;
  revoke insert on account_role from officer;
  create policy account_owner_hires on account for insert to current_user
    with check (kind = 'staff');
  create policy account_role_owner on account_role to current_user using (true) with check (true);
`;

// False when the address has an account of staff already.
const FUNCTION = `
  create function app.holds_role(role text) returns boolean
  language sql stable security definer
  begin atomic
    select (select app.scope()) = 'staff' and exists (select from account_role r
      where r.account_id = (select app.actor()) and r.role = holds_role.role);
  end;

  create function app.create_staff(id uuid, email_token bytea, email_sealed bytea,
    display_name text, password_hash text, language text, contact_point_id uuid,
    consulate_id uuid, roles text[]) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
  begin
    if app.process() is not null and not app.holds_role('administrator') then
      raise exception 'an account of staff is made by an administrator' using errcode = '42501';
    end if;
    insert into account (id, kind, email_token, email_sealed, display_name, password_hash,
                         language, contact_point_id, consulate_id)
    values (id, 'staff', email_token, email_sealed, display_name, password_hash, language,
            contact_point_id, consulate_id)
    on conflict on constraint account_email do nothing;
    if not found then return false; end if;
    insert into account_role (account_id, role, granted_by)
    select create_staff.id, r.role, app.actor()
    from (select distinct unnest(create_staff.roles) as role) r;
    return true;
  end $$;

  revoke execute on function app.holds_role(text), app.create_staff(uuid, bytea, bytea, text, text,
    text, uuid, uuid, text[]) from public;
  grant execute on function app.holds_role(text), app.create_staff(uuid, bytea, bytea, text, text,
    text, uuid, uuid, text[]) to officer;
`;
