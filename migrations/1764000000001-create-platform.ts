import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LOGIN_OF_SESSION } from './logins.ts';

/**
 * Who is asking (app.scope, app.actor), the legal clock, data keys, sessions and rate limits:
 * what every later table and policy relies on.
 * Locks: none, all objects are new. Back out: drop the database; nothing precedes this.
 */
export class CreatePlatform1764000000001 implements MigrationInterface {
  name = 'CreatePlatform1764000000001';

  async up(q: QueryRunner): Promise<void> {
    await q.query(WHO);
    await q.query(CLOCK);
    await q.query(KEYS);
    await q.query(WEB);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

// The settings are local to a transaction; once one has ended they read as '', hence nullif.
// A login can claim only the scopes its process is for: whoever makes the portal run a statement of
// their own still cannot call themselves staff. app.login() asks session_user, since inside a
// SECURITY DEFINER function current_user is the owner. Others (the migrator, an administrator) may
// claim any.
const WHO = `
  create schema app;
  grant usage on schema app to portal, officer, api, worker, auditor;

  create function app.login() returns text language sql stable as $$
    select ${LOGIN_OF_SESSION}
  $$;
  create function app.scope() returns text language sql stable as $$
    select case
      when coalesce(app.login(), 'migrator') = 'migrator'
        or current_setting('app.scope', true) = any (case app.login()
          when 'portal' then '{applicant,sign-in,visitor}'
          when 'officer' then '{staff,system,sign-in,visitor}'
          when 'api' then '{client,visitor}'
          when 'worker' then '{system}'
          else '{}' end ::text[])
      then coalesce(current_setting('app.scope', true), '') else '' end
  $$;
  create function app.actor() returns uuid language sql stable as
    $$ select nullif(current_setting('app.actor', true), '')::uuid $$;

  create function app.refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% on %: rows are only added', tg_op, tg_table_name using errcode = 'VB009';
  end $$;
  revoke execute on function app.refuse_change() from public;
`;

// One row. Nobody may write it here: a demonstration that moves its clock grants that itself.
const CLOCK = `
  create table legal_clock (
    only_row boolean primary key default true check (only_row),
    offset_seconds bigint not null default 0
  );
  insert into legal_clock default values;
  grant select on legal_clock to portal, officer, api, worker, auditor;

  create function app.legal_now() returns timestamptz language sql stable as
    $$ select now() + make_interval(secs => offset_seconds) from legal_clock $$;
  grant execute on function app.login(), app.scope(), app.actor(), app.legal_now()
    to portal, officer, api, worker, auditor;
`;

// A key that is deleted makes everything sealed for its subject unreadable for ever: erasure.
const KEYS = `
  create table data_key (
    subject_id uuid primary key,
    wrapped bytea not null,
    created_at timestamptz not null default now()
  );
  grant select, insert on data_key to portal, officer, api, worker;
`;

// Each site sees the sessions that it made: nothing that the portal is made to write signs anybody in
// as staff. The store knows nothing of contexts, so the login decides.
const WEB = `
  create table session (
    sid varchar primary key,
    sess json not null,
    expire timestamp(6) not null,
    login name not null default app.login()
  );
  create index session_expire on session (expire);
  alter table session enable row level security;
  alter table session force row level security;
  create policy session_of_this_site on session to portal, officer
    using (login = app.login()) with check (login = app.login());
  create policy session_removal on session to worker using (true);
  grant select, insert, update, delete on session to portal, officer;
  grant select (expire), delete on session to worker;

  create table rate_limit (
    key text primary key,
    points integer not null check (points > 0),
    window_ends timestamptz not null
  );
  create index rate_limit_window_ends on rate_limit (window_ends);
  grant select, insert, update on rate_limit to portal, officer, api;
  grant select, delete on rate_limit to worker;
`;
