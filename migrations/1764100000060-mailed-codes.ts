import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One table for every code that is mailed, bound to the browser that asked for it; it takes the
 * place of sign_up, whose rows lived for half an hour and already held a password.
 * Locks: sign_up exclusively while it is dropped; who was signing up just then begins again.
 * Back out: forward only, nothing that outlives half an hour is kept here.
 */
export class MailedCodes1764100000060 implements MigrationInterface {
  name = 'MailedCodes1764100000060';

  async up(q: QueryRunner): Promise<void> {
    await q.query('drop table sign_up');
    await q.query(CODES);
    await q.query(RIGHTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const CODES = `
  create table mailed_code (
    id uuid primary key,
    purpose text not null constraint mailed_code_purpose
      check (purpose in ('sign_up', 'password_reset', 'email_change')),
    kind text not null constraint mailed_code_kind check (kind in ('applicant', 'staff')),
    account_id uuid not null,
    email_token bytea not null constraint mailed_code_email_token check (length(email_token) = 32),
    email_sealed bytea not null,
    browser_hash bytea not null
      constraint mailed_code_browser_hash check (length(browser_hash) = 32),
    code_hash bytea not null constraint mailed_code_code_hash check (length(code_hash) = 32),
    language text not null constraint mailed_code_language check (language in ('en', 'fr')),
    contact_point_id uuid not null,
    tries integer not null default 0 constraint mailed_code_tries check (tries between 0 and 5),
    created_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    confirmed_at timestamptz,
    used_at timestamptz,
    constraint mailed_code_contact_point foreign key (contact_point_id)
      references contact_point (id),
    constraint mailed_code_staff check (kind = 'applicant' or purpose = 'password_reset'),
    constraint mailed_code_used check (used_at is null or confirmed_at is not null)
  );
  create index mailed_code_expires_at on mailed_code (expires_at);
`;

// Each site has the codes of its own people. Only the one row whose id was named is ever seen; who
// changes an address is signed in, and it is his own.
const RIGHTS = `
  alter table mailed_code enable row level security;
  alter table mailed_code force row level security;
  grant select, insert, update (tries, expires_at, confirmed_at, used_at)
    on mailed_code to portal, officer;
  grant select (expires_at), delete on mailed_code to worker;

  create policy mailed_code_portal on mailed_code to portal
    using (kind = 'applicant' and id::text = app.sign_in_key() and
           (app.scope() = 'sign-in' or
            (app.scope() = 'applicant' and account_id = app.actor())))
    with check (kind = 'applicant' and
                case when purpose = 'email_change'
                     then app.scope() = 'applicant' and account_id = app.actor()
                     else app.scope() = 'sign-in' end);
  create policy mailed_code_officer on mailed_code to officer
    using (kind = 'staff' and id::text = app.sign_in_key() and app.scope() = 'sign-in')
    with check (kind = 'staff' and app.scope() = 'sign-in');
  create policy mailed_code_removal on mailed_code to worker using (app.scope() = 'system');
`;
