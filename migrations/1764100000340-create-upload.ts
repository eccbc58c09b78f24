import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files that people send: what is known of each, and its content in sealed parts. Added and never
 * changed. The portal's login adds files of its own person's own case only; nobody else adds any.
 * Locks: visa_case, person and account briefly, for foreign keys.
 * Back out: drop the two tables before any file is kept.
 */
export class CreateUpload1764100000340 implements MigrationInterface {
  name = 'CreateUpload1764100000340';

  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLES);
    await q.query(RIGHTS);
    await q.query(ORACLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

// Each part is sealed: 28 bytes more than its content.
const TABLES = `
  create table upload (
    id uuid primary key,
    case_id uuid not null references visa_case (id),
    person_id uuid not null references person (id),
    account_id uuid not null references account (id),
    type text not null
      constraint upload_type check (type in ('application/pdf', 'image/jpeg', 'image/png')),
    bytes integer not null constraint upload_bytes check (bytes between 1 and 20971520),
    pages integer constraint upload_pages check (pages between 1 and 30),
    scan text not null constraint upload_scan check (scan in ('clean', 'not_scanned')),
    uploaded_at timestamptz not null default clock_timestamp(),
    constraint upload_pages_of_pdf check ((type = 'application/pdf') = (pages is not null))
  );
  create index upload_of_case on upload (case_id);
  create trigger append_only before update or delete or truncate on upload
    for each statement execute function app.refuse_change();

  create table upload_part (
    upload_id uuid not null references upload (id),
    part integer not null constraint upload_part_number check (part between 0 and 79),
    sealed bytea not null
      constraint upload_part_sealed check (length(sealed) between 29 and 262172),
    primary key (upload_id, part)
  );
  -- Sealed bytes do not get smaller: trying costs, and gains nothing.
  alter table upload_part alter column sealed set storage external;
  create trigger append_only before update or delete or truncate on upload_part
    for each statement execute function app.refuse_change();
`;

const RIGHTS = `
  alter table upload enable row level security;
  alter table upload force row level security;
  alter table upload_part enable row level security;
  alter table upload_part force row level security;
  grant select on upload to portal, officer, worker, auditor;
  grant insert on upload, upload_part to portal;
  grant select on upload_part to portal, officer;
  grant select (upload_id, part) on upload_part to worker, auditor;

  create policy own on upload to migrator, portal
    using ((select app.scope() in ('staff', 'system'))
      or (select app.scope()) = 'applicant' and account_id = (select app.actor()));
  create policy by_staff on upload to officer using ((select app.scope() = 'staff'));
  create policy by_rules on upload to worker
    using (current_setting('app.scope', true) = 'system');
  create policy with_upload on upload_part to migrator, portal
    using (exists (select from upload u where u.id = upload_id));
  create policy by_staff on upload_part to officer using ((select app.scope() = 'staff'));
  create policy by_rules on upload_part to worker
    using (current_setting('app.scope', true) = 'system');
  create policy auditor on upload for select to auditor using (true);
  create policy auditor on upload_part for select to auditor using (true);
  -- A foreign key looks past row-level security: these do not.
  create policy portal_sends on upload as restrictive for insert to portal
    with check (account_id = (select app.actor())
      and exists (select from person p where p.id = person_id)
      and exists (select from visa_case c where c.id = case_id
        and c.applicant_account_id = upload.account_id and c.person_id = upload.person_id));
  create policy portal_sends on upload_part as restrictive for insert to portal
    with check (exists (select from upload u where u.id = upload_id));
`;

const ORACLE = `
  create schema documents;
  grant usage on schema documents to worker, auditor;
  create view documents.oracle with (security_invoker = true) as
    select 'upload: its parts are all there, and no more' as "check", u.id::text as offender
    from upload u
    where (select array_agg(p.part order by p.part) from upload_part p where p.upload_id = u.id)
      is distinct from (select array_agg(n order by n)
        from generate_series(0, (u.bytes + 262143) / 262144 - 1) n)
    union all
    select 'upload: it is of the person and the applicant of its case', u.id::text
    from upload u join visa_case c on c.id = u.case_id
    where (u.person_id, u.account_id) is distinct from (c.person_id, c.applicant_account_id);
  grant select on documents.oracle to worker, auditor;
`;
