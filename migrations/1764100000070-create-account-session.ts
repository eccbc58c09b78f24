import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who a person is hangs on a session that only sign-in writes, and no longer on what the connection
 * says: app.enter() sets the context from the session's token and vouches for it with a seal that
 * nobody else can make. Passwords are compared here, so that no process makes itself a session.
 * Locks: account and sign_up exclusively while password hashes are rewritten and rights change:
 * seconds at most. Back out: forward only; the earlier functions are in CreatePlatform.
 */
export class CreateAccountSession1764100000070 implements MigrationInterface {
  name = 'CreateAccountSession1764100000070';

  async up(q: QueryRunner): Promise<void> {
    await q.query(SESSIONS);
    await q.query(SEAL);
    await q.query(CONTEXT);
    await q.query(ONCE_A_STATEMENT);
    await q.query(PASSWORDS);
    await q.query(SIGN_IN);
    await q.query(AFTERWARDS);
    await q.query(GRANTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

// The owner, as whom the functions below run, is bound by row-level security as well.
const SESSIONS = `
  create table account_session (
    id uuid primary key,
    account_id uuid not null,
    site text not null constraint account_session_site check (site in ('portal', 'officer')),
    token_hash bytea not null
      constraint account_session_token_hash check (length(token_hash) = 32),
    created_at timestamptz not null default clock_timestamp(),
    last_used_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    ended_at timestamptz,
    constraint account_session_token unique (token_hash),
    constraint account_session_account foreign key (account_id) references account (id),
    constraint account_session_span check (expires_at > created_at)
  );
  create index account_session_of_account on account_session (account_id, created_at);
  create index account_session_expires_at on account_session (expires_at);
  alter table account_session enable row level security;
  alter table account_session force row level security;
  create policy account_session_owner on account_session to current_user
    using (true) with check (true);
  create policy account_owner on account for select to current_user using (true);
`;

// The seal says that app.enter() wrote this scope and this actor, in this transaction of this
// connection: copied into another transaction it is worth nothing. Hashed twice, so that it cannot
// be lengthened. The key is the owner's alone; another one takes effect at once.
const SEAL = `
  create table app.seal_key (
    only_row boolean primary key default true check (only_row),
    key bytea not null check (length(key) = 32)
  );
  insert into app.seal_key (key)
    values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

  create function app.seal_of(scope text, actor text) returns text language sql stable
  begin atomic
    select encode(sha256(key || sha256(key || convert_to(
      concat_ws('|', pg_backend_pid(), extract(epoch from transaction_timestamp()), scope, actor),
      'UTF8'))), 'hex')
    from app.seal_key;
  end;
  revoke execute on function app.seal_of(text, text) from public;

  create function app.is_vouched() returns boolean language sql stable security definer
  begin atomic
    select coalesce(current_setting('app.seal', true) = app.seal_of(
      current_setting('app.scope', true), current_setting('app.actor', true)), false);
  end;
  revoke execute on function app.is_vouched() from public;
`;

// A process says of itself what it is (system, client, visitor, somebody signing in); that it speaks
// for a person, only a seal says. Other logins (the owner, an administrator) may claim any.
const CONTEXT = `
  create function app.process() returns text language sql stable as $$
    select nullif(app.login(), 'migrator')
  $$;

  create or replace function app.scope() returns text language sql stable as $$
    select case
      when app.process() is null then coalesce(current_setting('app.scope', true), '')
      when current_setting('app.scope', true) = any (case app.process()
          when 'portal' then '{sign-in,visitor}'
          when 'officer' then '{sign-in,visitor}'
          when 'api' then '{client,visitor}'
          when 'worker' then '{system}'
          else '{}' end ::text[])
        or current_setting('app.scope', true) =
             case app.process() when 'portal' then 'applicant' when 'officer' then 'staff' end
          and app.is_vouched()
      then current_setting('app.scope', true) else '' end
  $$;

  create or replace function app.actor() returns uuid language sql stable as $$
    select case
      when app.process() is null
        or app.process() = 'api' and current_setting('app.scope', true) = 'client'
        or app.process() in ('portal', 'officer')
          and current_setting('app.scope', true) in ('applicant', 'staff') and app.is_vouched()
      then nullif(current_setting('app.actor', true), '')::uuid end
  $$;
`;

// Who is asking does not change within a statement, and asking costs more than it did: policies ask
// once, in a sub-select, and not for each row.
const ONCE_A_STATEMENT = `
  do $$
  declare
    p record;
    once constant text := '(?<!SELECT )app\\.(scope|actor|sign_in_key)\\(\\)';
    asked constant text := '(select app.\\1())';
  begin
    for p in select * from pg_policies where coalesce(qual, '') || coalesce(with_check, '') ~ once
    loop
      execute format('alter policy %I on %I.%I', p.policyname, p.schemaname, p.tablename)
        || coalesce(' using (' || regexp_replace(p.qual, once, asked, 'g') || ')', '')
        || coalesce(' with check (' || regexp_replace(p.with_check, once, asked, 'g') || ')', '');
    end loop;
  end $$;
`;

// What is kept is the digest of what argon2id makes of the password: who reads the column, in a
// backup for one, still cannot show what sign-in asks for. Hashes made before are brought into that
// form. No process reads it any more.
const PASSWORDS = `
  create policy for_this_migration on account for update to current_user using (true);
  update account set password_hash = regexp_replace(password_hash, '[^$]*$', '') || translate(
    encode(sha256(decode(rpad(substring(password_hash from '[^$]*$'), 44, '='), 'base64')),
      'base64'), E'\\n=', '')
  where password_hash ~ '^\\$argon2id\\$.*\\$[A-Za-z0-9+/]{43}$';
  drop policy for_this_migration on account;

  revoke select on account from portal, officer;
  grant select (id, kind, email_token, email_sealed, display_name, language, contact_point_id,
                consulate_id, state, created_at) on account to portal, officer;
`;

// A site has its own kind of accounts and its own limits; the sites' pages hold the same ones to the
// second, here they end two minutes later because use is noted once a minute.
const SIGN_IN = `
  create function app.kind_of_site() returns text language sql stable
    return case app.process() when 'portal' then 'applicant' when 'officer' then 'staff' end;
  create function app.idle_limit(site text) returns interval language sql immutable
    return case site when 'portal' then interval '32 minutes' else interval '17 minutes' end;
  create function app.absolute_limit(site text) returns interval language sql immutable
    return case site when 'portal' then interval '12 hours' else interval '8 hours' end;

  create function app.password_setting(address bytea)
  returns table (account_id uuid, setting text, contact_point_id uuid, is_active boolean)
  language sql stable security definer
  begin atomic
    select a.id, regexp_replace(a.password_hash, '[^$]*$', ''), a.contact_point_id,
      a.state = 'active'
    from account a where a.email_token = address and a.kind = app.kind_of_site();
  end;

  create function app.open_session(account uuid, hash bytea) returns uuid
  language sql volatile
  begin atomic
    insert into account_session (id, account_id, site, token_hash, expires_at)
    values (gen_random_uuid(), account, app.process(), hash,
      clock_timestamp() + app.absolute_limit(app.process()))
    returning id;
  end;

  create function app.password_matches(account uuid, proof bytea) returns boolean
  language sql stable security definer
  begin atomic
    select exists (select from account a
      where a.id = account and a.kind = app.kind_of_site() and a.state = 'active'
        and substring(a.password_hash from '[^$]*$')
          = translate(encode(sha256(proof), 'base64'), E'\\n=', ''));
  end;

  create function app.sign_in(account uuid, proof bytea, hash bytea) returns boolean
  language sql volatile security definer
  begin atomic
    select case when app.password_matches(account, proof)
      then app.open_session(account, hash) is not null else false end;
  end;

  create function app.sign_in_new(account uuid, hash bytea) returns boolean
  language sql volatile security definer
  begin atomic
    select case when exists (select from account a where a.id = account
        and a.kind = app.kind_of_site() and a.xmin::text = pg_current_xact_id()::xid::text)
      then app.open_session(account, hash) is not null else false end;
  end;

  create function app.enter(token text, scope text, account uuid) returns uuid
  language sql volatile security definer
  begin atomic
    with found as materialized (
      select s.id from account_session s join account a on a.id = s.account_id
      where s.token_hash = sha256(convert_to(token, 'UTF8'))
        and s.site = app.process() and s.account_id = account and s.ended_at is null
        and s.expires_at > clock_timestamp()
        and s.last_used_at > clock_timestamp() - app.idle_limit(s.site)
        and a.state = 'active' and a.kind = app.kind_of_site()
        and scope = case a.kind when 'staff' then 'staff' else 'applicant' end
    )
    select id from found
    where set_config('app.scope', scope, true) is not null
      and set_config('app.actor', account::text, true) is not null
      and set_config('app.seal', app.seal_of(scope, account::text), true) is not null;
  end;
`;

// One's own sessions are seen, noted as used, and ended; a token is never seen again.
const AFTERWARDS = `
  create function app.note_use(token text) returns void
  language sql volatile security definer
  begin atomic
    update account_session set last_used_at = clock_timestamp()
    where token_hash = sha256(convert_to(token, 'UTF8')) and ended_at is null
      and last_used_at > clock_timestamp() - app.idle_limit(site);
  end;

  create function app.sign_out(token text) returns void
  language sql volatile security definer
  begin atomic
    update account_session set ended_at = clock_timestamp()
    where token_hash = sha256(convert_to(token, 'UTF8')) and ended_at is null;
  end;

  create function app.end_session(session uuid) returns boolean
  language sql volatile security definer
  begin atomic
    with ended as (
      update account_session set ended_at = clock_timestamp()
      where id = session and account_id = app.actor() and ended_at is null returning id
    )
    select exists (select from ended);
  end;

  create policy account_session_own on account_session for select to portal, officer
    using ((select app.scope()) in ('applicant', 'staff')
      and account_id = (select app.actor()));
  create policy account_session_removal on account_session to worker
    using (expires_at < clock_timestamp() - interval '30 days');
`;

const GRANTS = `
  revoke execute on function app.password_setting(bytea), app.open_session(uuid, bytea),
    app.password_matches(uuid, bytea), app.sign_in(uuid, bytea, bytea),
    app.sign_in_new(uuid, bytea), app.enter(text, text, uuid), app.note_use(text),
    app.sign_out(text), app.end_session(uuid) from public;
  grant execute on function app.process(), app.is_vouched(), app.scope(), app.actor()
    to portal, officer, api, worker, auditor;
  grant execute on function app.password_setting(bytea), app.password_matches(uuid, bytea),
    app.sign_in(uuid, bytea, bytea), app.sign_in_new(uuid, bytea),
    app.enter(text, text, uuid), app.note_use(text), app.sign_out(text), app.end_session(uuid)
    to portal, officer;
  grant select (id, account_id, site, created_at, last_used_at, expires_at, ended_at)
    on account_session to portal, officer;
  grant select (expires_at), delete on account_session to worker;
`;
