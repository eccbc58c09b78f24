import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where people can be written to (sealed) and what was written to them.
 * Locks: none, all objects are new. Back out: drop both tables; nothing earlier refers to them.
 */
export class CreateNotification1764000000003 implements MigrationInterface {
  name = 'CreateNotification1764000000003';

  async up(q: QueryRunner): Promise<void> {
    await q.query(CONTACT_POINTS);
    await q.query(MAILS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

// Whoever asks for a mail names a contact point by id; only the worker ever opens the address.
const CONTACT_POINTS = `
  create table contact_point (
    id uuid primary key,
    account_id uuid,
    subject_id uuid not null,
    kind text not null constraint contact_point_kind check (kind = 'email'),
    address_sealed bytea not null,
    language text not null constraint contact_point_language check (language in ('en', 'fr')),
    created_at timestamptz not null default clock_timestamp()
  );
  create index contact_point_account on contact_point (account_id);
  alter table contact_point enable row level security;
  alter table contact_point force row level security;
  grant insert on contact_point to portal, officer, worker;
  grant select on contact_point to worker;

  create policy contact_point_new on contact_point for insert to officer, worker
    with check (app.scope() in ('staff', 'system'));
  create policy contact_point_own on contact_point for insert to portal
    with check (app.scope() = 'sign-in' or
                (app.scope() = 'applicant' and account_id = app.actor()));
  create policy contact_point_sender on contact_point for select to worker
    using (app.scope() = 'system');
`;

const MAILS = `
  create table mail (
    id uuid primary key,
    contact_point_id uuid not null,
    template text not null,
    params jsonb not null
      constraint mail_params check (jsonb_typeof(params) = 'object' and
                                    length(params::text) <= 500),
    state text not null default 'queued'
      constraint mail_state check (state in ('queued', 'sent', 'failed')),
    attempts integer not null default 0 constraint mail_attempts check (attempts >= 0),
    sending_until timestamptz,
    problem text constraint mail_problem check (length(problem) <= 40),
    created_at timestamptz not null default clock_timestamp(),
    sent_at timestamptz,
    constraint mail_contact_point foreign key (contact_point_id) references contact_point (id),
    constraint mail_sent check ((state = 'sent') = (sent_at is not null))
  );
  create index mail_of_contact_point on mail (contact_point_id);
  create index mail_waiting on mail (created_at) where state = 'queued';
  alter table mail enable row level security;
  alter table mail force row level security;
  grant insert (id, contact_point_id, template, params) on mail to portal, officer, worker;
  grant select, update (params, state, attempts, sending_until, problem, sent_at)
    on mail to worker;

  create policy mail_new on mail for insert to portal, officer, worker
    with check (app.scope() in ('sign-in', 'applicant', 'staff', 'system'));
  create policy mail_sender on mail for all to worker using (app.scope() = 'system');
`;
