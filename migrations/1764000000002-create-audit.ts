import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The trail of who did what to whom: rows are only added, by every process, in its own name.
 * Locks: none, all objects are new. Back out: forward only, a trail is not dropped.
 */
export class CreateAudit1764000000002 implements MigrationInterface {
  name = 'CreateAudit1764000000002';

  async up(q: QueryRunner): Promise<void> {
    await q.query(ENTRIES);
    await q.query(RIGHTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

// What stands in details is copied into evidence and kept for ever, so it may hold no words of
// people: ids, codes and numbers only. The code checks it too; this is the last word.
const ENTRIES = `
  create table audit_entry (
    id uuid primary key,
    at timestamptz not null default clock_timestamp(),
    legal_at timestamptz not null default app.legal_now(),
    actor_kind text not null
      constraint audit_entry_actor_kind
        check (actor_kind in ('account', 'client', 'system', 'sign-in', 'visitor')),
    actor_id uuid,
    request_id text not null,
    action text not null,
    subject_kind text not null,
    subject_id uuid,
    outcome text not null
      constraint audit_entry_outcome check (outcome in ('done', 'refused', 'failed')),
    details jsonb not null,
    constraint audit_entry_codes check (
      action ~ '^[a-z_]+\\.[a-z_]+$' and subject_kind ~ '^[a-z_]+$' and
      length(action) <= 80 and length(subject_kind) <= 40 and length(request_id) <= 100
    ),
    constraint audit_entry_details check (
      jsonb_typeof(details) = 'object' and length(details::text) <= 2000 and
      not jsonb_path_exists(details,
        'strict $.* ? (!(@.type() == "number" ||
           (@.type() == "string" && @ like_regex "^[A-Za-z0-9_.:/+-]{0,200}$")))')
    )
  );
  create index audit_entry_subject on audit_entry (subject_kind, subject_id, at);
  create trigger append_only before update or delete or truncate on audit_entry
    for each statement execute function app.refuse_change();
`;

// Both clocks come from their defaults: no login may write them. Nobody writes in another's name.
const RIGHTS = `
  alter table audit_entry enable row level security;
  alter table audit_entry force row level security;
  grant insert (id, actor_kind, actor_id, request_id, action, subject_kind, subject_id, outcome,
                details)
    on audit_entry to portal, officer, api, worker;
  grant select on audit_entry to officer, worker, auditor;

  create policy audit_entry_own_name on audit_entry for insert
    to portal, officer, api, worker with check (
      actor_id is not distinct from app.actor() and
      actor_kind = case when app.scope() in ('applicant', 'staff') then 'account'
                        else app.scope() end
    );
  create policy audit_entry_staff on audit_entry for select
    to officer, worker using (app.scope() in ('staff', 'system'));
  create policy audit_entry_auditor on audit_entry for select to auditor using (true);
`;
