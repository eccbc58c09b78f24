import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people change about their own accounts: password, address, sessions. Each change is one
 * function that asks for its proof (the current password, a code that was shown, the secret of a
 * notice), ends the other sessions and notes the moment, from which money waits before it may go
 * anywhere new. No process updates an account by itself.
 * Locks: account briefly. Back out: drop the functions and email_change; the column may stay.
 */
export class OwnAccount1764100000061 implements MigrationInterface {
  name = 'OwnAccount1764100000061';

  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLES);
    await q.query(OWNER);
    await q.query(PASSWORDS);
    await q.query(ADDRESSES);
    await q.query(GRANTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const TABLES = `
  alter table account add column access_changed_at timestamptz;

  create table email_change (
    id uuid primary key,
    account_id uuid not null,
    old_email_token bytea not null,
    old_email_sealed bytea not null,
    old_address_sealed bytea not null,
    undo_hash bytea not null constraint email_change_undo_hash check (length(undo_hash) = 32),
    changed_at timestamptz not null default clock_timestamp(),
    undo_until timestamptz not null,
    undone_at timestamptz,
    constraint email_change_undo unique (undo_hash),
    constraint email_change_account foreign key (account_id) references account (id)
  );
  create index email_change_of_account on email_change (account_id, changed_at);
`;

// The functions run as the owner, whom row-level security binds as well. No process sees the table.
const OWNER = `
  alter table email_change enable row level security;
  alter table email_change force row level security;
  create policy email_change_owner on email_change to current_user
    using (true) with check (true);
  create policy account_owner_changes on account for update to current_user using (true);
  create policy mailed_code_owner on mailed_code for select to current_user using (true);
  create policy contact_point_owner_sees on contact_point for select to current_user using (true);
  create policy contact_point_owner on contact_point for update to current_user using (true);
  create policy contact_point_officer_asks on contact_point for insert to officer
    with check (app.scope() = 'sign-in');
`;

const DEFINER = `security definer set search_path = public, pg_temp`;

// A code counts in the transaction that uses it up, so it does one thing once.
const PASSWORDS = `
  create function app.end_sessions(account uuid, but uuid) returns void
  language plpgsql volatile ${DEFINER} as $$
  begin
    update account_session s set ended_at = clock_timestamp()
    where s.account_id = account and s.ended_at is null and s.id is distinct from but;
  end $$;
  revoke execute on function app.end_sessions(uuid, uuid) from public;

  create function app.access_changed_at() returns timestamptz
  language plpgsql stable ${DEFINER} as $$
  begin
    return (select a.access_changed_at from account a where a.id = app.actor());
  end $$;

  create function app.change_password(proof bytea, hash text, session uuid) returns boolean
  language plpgsql volatile ${DEFINER} as $$
  begin
    if app.actor() is null or not app.password_matches(app.actor(), proof) then
      return false;
    end if;
    update account set password_hash = hash, access_changed_at = clock_timestamp()
    where id = app.actor();
    perform app.end_sessions(app.actor(), session);
    return true;
  end $$;

  create function app.reset_password(code uuid, hash text) returns uuid
  language plpgsql volatile ${DEFINER} as $$
  declare
    changed record;
  begin
    update account a set password_hash = hash, access_changed_at = clock_timestamp()
    from mailed_code m
    where m.id = code and m.purpose = 'password_reset' and m.used_at >= transaction_timestamp()
      and a.id = m.account_id and a.email_token = m.email_token and a.kind = m.kind
      and a.kind = app.kind_of_site() and a.state = 'active'
    returning a.id, a.contact_point_id into changed;
    if changed.id is null then
      return null;
    end if;
    perform app.end_sessions(changed.id, null);
    return changed.contact_point_id;
  end $$;
`;

// The contact point stays the same row, so that every case writes to the new address from now on.
const ADDRESSES = `
  create function app.change_email(change uuid, code uuid, address_sealed bytea, undo_hash bytea,
    undo_days integer, session uuid) returns boolean
  language plpgsql volatile ${DEFINER} as $$
  declare
    m mailed_code;
    a account;
  begin
    select * into m from mailed_code c
    where c.id = code and c.purpose = 'email_change' and c.account_id = app.actor()
      and c.used_at >= transaction_timestamp();
    if m.id is null then
      return false;
    end if;
    select * into a from account where id = m.account_id;
    insert into email_change (id, account_id, old_email_token, old_email_sealed,
                              old_address_sealed, undo_hash, undo_until)
    select change, a.id, a.email_token, a.email_sealed, p.address_sealed, change_email.undo_hash,
           clock_timestamp() + make_interval(days => undo_days)
    from contact_point p where p.id = a.contact_point_id;
    update account set email_token = m.email_token, email_sealed = m.email_sealed,
                       access_changed_at = clock_timestamp()
    where id = a.id;
    update contact_point p set address_sealed = change_email.address_sealed
    where p.id = a.contact_point_id;
    perform app.end_sessions(a.id, session);
    return true;
  exception when unique_violation then
    return false;
  end $$;

  create function app.undo_email_change(secret bytea, hash text) returns uuid
  language plpgsql volatile ${DEFINER} as $$
  declare
    c email_change;
  begin
    select * into c from email_change e
    where e.undo_hash = secret and e.undone_at is null and e.undo_until > clock_timestamp();
    if c.id is null then
      return null;
    end if;
    update account set email_token = c.old_email_token, email_sealed = c.old_email_sealed,
                       password_hash = hash, access_changed_at = clock_timestamp()
    where id = c.account_id;
    update contact_point p set address_sealed = c.old_address_sealed
    from account a where a.id = c.account_id and p.id = a.contact_point_id;
    update email_change e set undone_at = clock_timestamp()
    where e.account_id = c.account_id and e.changed_at >= c.changed_at and e.undone_at is null;
    perform app.end_sessions(c.account_id, null);
    return c.account_id;
  exception when unique_violation then
    return null;
  end $$;

  create function app.may_undo_email_change(secret bytea) returns boolean
  language plpgsql stable ${DEFINER} as $$
  begin
    return exists (select from email_change e
      where e.undo_hash = secret and e.undone_at is null and e.undo_until > clock_timestamp());
  end $$;
`;

const GRANTS = `
  revoke execute on function app.access_changed_at(), app.change_password(bytea, text, uuid),
    app.reset_password(uuid, text),
    app.change_email(uuid, uuid, bytea, bytea, integer, uuid),
    app.undo_email_change(bytea, text), app.may_undo_email_change(bytea) from public;
  grant execute on function app.access_changed_at(), app.change_password(bytea, text, uuid),
    app.reset_password(uuid, text) to portal, officer;
  grant execute on function app.change_email(uuid, uuid, bytea, bytea, integer, uuid),
    app.undo_email_change(bytea, text), app.may_undo_email_change(bytea) to portal;
`;
