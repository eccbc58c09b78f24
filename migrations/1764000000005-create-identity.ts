import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts and roles, sign-up, and persons with their travel documents (sealed).
 * Locks: consulate briefly, for a foreign key. Back out: drop the five tables, latest first.
 */
export class CreateIdentity1764000000005 implements MigrationInterface {
  name = 'CreateIdentity1764000000005';

  async up(q: QueryRunner): Promise<void> {
    await q.query(ACCOUNTS);
    await q.query(ACCOUNT_RIGHTS);
    await q.query(SIGN_UPS);
    await q.query(PERSONS);
    await q.query(PERSON_RIGHTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const ACCOUNTS = `
  create table account (
    id uuid primary key,
    kind text not null constraint account_kind check (kind in ('applicant', 'staff')),
    email_token bytea not null constraint account_email_token check (length(email_token) = 32),
    email_sealed bytea not null,
    display_name text constraint account_display_name check (length(display_name) <= 100),
    password_hash text not null,
    language text not null constraint account_language check (language in ('en', 'fr')),
    contact_point_id uuid not null,
    consulate_id uuid,
    state text not null default 'active'
      constraint account_state check (state in ('active', 'closed')),
    created_at timestamptz not null default clock_timestamp(),
    constraint account_email unique (kind, email_token),
    constraint account_contact_point foreign key (contact_point_id) references contact_point (id),
    constraint account_consulate foreign key (consulate_id) references consulate (id),
    constraint account_staff check (
      (kind = 'staff') = (display_name is not null) and (kind = 'staff' or consulate_id is null)
    )
  );

  create table account_role (
    account_id uuid not null,
    role text not null constraint account_role_role check (
      role in ('officer', 'head_of_section', 'treasury', 'auditor', 'administrator')
    ),
    granted_at timestamptz not null default clock_timestamp(),
    granted_by uuid,
    primary key (account_id, role),
    constraint account_role_account foreign key (account_id) references account (id)
  );

  create function app.sign_in_key() returns text language sql stable as
    $$ select coalesce(current_setting('app.sign_in_key', true), '') $$;
  grant execute on function app.sign_in_key() to portal, officer;
`;

// Somebody who is signing in, or comes with a session, is nobody yet: such a transaction sees the one
// row whose key (token of the address, or id) it has named, never a list. The portal knows no staff;
// the officer site signs no applicant in and sees no applicant's account.
const NAMED = `app.scope() = 'sign-in' and
           app.sign_in_key() in (encode(email_token, 'hex'), id::text)`;

const ACCOUNT_RIGHTS = `
  alter table account enable row level security;
  alter table account force row level security;
  alter table account_role enable row level security;
  alter table account_role force row level security;
  grant select, insert on account to portal, officer;
  grant select on account_role to portal, officer;
  grant insert on account_role to officer;

  create policy account_portal_sign_in on account for select to portal
    using (kind = 'applicant' and ${NAMED});
  create policy account_own on account for select to portal
    using (kind = 'applicant' and app.scope() = 'applicant' and id = app.actor());
  create policy account_portal_new on account for insert to portal
    with check (kind = 'applicant' and app.scope() = 'sign-in' and
                encode(email_token, 'hex') = app.sign_in_key());
  create policy account_officer_sign_in on account for select to officer
    using (kind = 'staff' and ${NAMED});
  create policy account_officer_read on account for select to officer
    using (kind = 'staff' and app.scope() in ('staff', 'system'));
  create policy account_officer_new on account for insert to officer
    with check (kind = 'staff' and app.scope() in ('staff', 'system'));

  create policy account_role_sign_in on account_role for select to officer
    using (app.scope() = 'sign-in' and account_id::text = app.sign_in_key());
  create policy account_role_read on account_role for select to officer
    using (app.scope() in ('staff', 'system'));
  create policy account_role_new on account_role for insert to officer
    with check (app.scope() in ('staff', 'system') and
                granted_by is not distinct from app.actor() and
                account_id is distinct from app.actor());
`;

const SIGN_UPS = `
  create table sign_up (
    id uuid primary key,
    account_id uuid not null,
    email_token bytea not null constraint sign_up_email_token check (length(email_token) = 32),
    email_sealed bytea not null,
    password_hash text not null,
    code_hash bytea not null,
    language text not null constraint sign_up_language check (language in ('en', 'fr')),
    contact_point_id uuid not null,
    tries integer not null default 0 constraint sign_up_tries check (tries between 0 and 5),
    created_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint sign_up_contact_point foreign key (contact_point_id) references contact_point (id)
  );
  create index sign_up_expires_at on sign_up (expires_at);
  alter table sign_up enable row level security;
  alter table sign_up force row level security;
  grant select, insert, update (tries, used_at) on sign_up to portal;

  create policy sign_up_new on sign_up for insert to portal with check (app.scope() = 'sign-in');
  create policy sign_up_read on sign_up for select to portal
    using (app.scope() = 'sign-in' and id::text = app.sign_in_key());
  create policy sign_up_move on sign_up for update to portal
    using (app.scope() = 'sign-in' and id::text = app.sign_in_key());
`;

const PERSONS = `
  create table person (
    id uuid primary key,
    account_id uuid not null,
    details_token bytea not null,
    details_sealed bytea not null,
    created_at timestamptz not null default clock_timestamp(),
    constraint person_account foreign key (account_id) references account (id)
  );
  create index person_details on person (account_id, details_token);

  create table travel_document (
    id uuid primary key,
    person_id uuid not null,
    account_id uuid not null,
    issuing_state char(3) not null
      constraint travel_document_issuing_state check (issuing_state ~ '^[A-Z]{3}$'),
    number_token bytea not null,
    sealed bytea not null,
    expires_on date not null,
    created_at timestamptz not null default clock_timestamp(),
    constraint travel_document_number unique (number_token),
    constraint travel_document_person foreign key (person_id) references person (id),
    constraint travel_document_account foreign key (account_id) references account (id)
  );
  create index travel_document_of_person on travel_document (person_id);
`;

// A foreign key looks past row-level security: whose person a document names is checked by a policy.
const PERSON_RIGHTS = `
  alter table person enable row level security;
  alter table person force row level security;
  alter table travel_document enable row level security;
  alter table travel_document force row level security;
  grant select, insert, update (details_token, details_sealed) on person to portal;
  grant select, insert on travel_document to portal;
  grant select on person, travel_document to officer, worker;

  create policy person_own on person to portal
    using (app.scope() = 'applicant' and account_id = app.actor());
  create policy person_read on person for select to officer, worker
    using (app.scope() in ('staff', 'system'));
  create policy travel_document_own on travel_document to portal
    using (app.scope() = 'applicant' and account_id = app.actor());
  create policy travel_document_of_own_person on travel_document as restrictive for insert to portal
    with check (exists (select from person p where p.id = person_id));
  create policy travel_document_read on travel_document for select to officer, worker
    using (app.scope() in ('staff', 'system'));
`;
