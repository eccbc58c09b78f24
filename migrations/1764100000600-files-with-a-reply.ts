import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BREACH_CHECKS } from './breach/oracle.ts';
import { within } from './ranges/within.ts';

/**
 * Files that payer or traveller send with what they say to a ground of a notice, within its window.
 * Locks: breach_ground and upload briefly, for foreign keys.
 * Back out: drop the table before any file is sent.
 */
export class FilesWithAReply1764100000600 implements MigrationInterface {
  name = 'FilesWithAReply1764100000600';

  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLE);
    await q.query(RIGHTS);
    await q.query(ORACLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const TABLE = `
  create table breach_ground_upload (
    ground_id uuid not null references breach_ground (id),
    upload_id uuid not null references upload (id),
    primary key (ground_id, upload_id),
    constraint breach_ground_upload_once unique (upload_id)
  );
  create trigger append_only before update or delete or truncate on breach_ground_upload
    for each statement execute function app.refuse_change();
`;

// As a reply in words: in one's own name and in time, by the legal clock.
const RIGHTS = `
  grant select on breach_ground_upload to portal, officer, worker, auditor;
  grant insert on breach_ground_upload to portal;
  alter table breach_ground_upload enable row level security;
  alter table breach_ground_upload force row level security;
  create policy own on breach_ground_upload to migrator, portal
    using ((select app.scope() in ('staff', 'system'))
      or exists (select from breach_ground g where g.id = ground_id));
  create policy by_staff on breach_ground_upload to officer
    using ((select app.scope() = 'staff'));
  create policy by_rules on breach_ground_upload to worker
    using (current_setting('app.scope', true) = 'system');
  create policy auditor on breach_ground_upload for select to auditor using (true);
  create policy portal_replies on breach_ground_upload as restrictive for insert to portal
    with check (exists (
      select from breach_ground g join breach_file f on f.id = g.file_id
      join bond b on b.id = f.bond_id join upload u on u.case_id = f.case_id
      where g.id = ground_id and u.id = upload_id and u.recorded_by is null
        and g.facts_sealed is not null and b.state = 'notice_given'
        and (f.reply_by >= app.legal_now() or exists (select from breach_question q
          where q.file_id = f.id and q.answered_at is null))));
`;

const ORACLE = `
  create or replace view breaches.oracle with (security_invoker = true) as
  ${BREACH_CHECKS}
  union all
  select 'breach: what was sent with a reply is of its case', x.upload_id::text
  from breach_ground_upload x
  left join breach_ground g on g.id = x.ground_id left join breach_file f on f.id = g.file_id
  left join upload u on u.id = x.upload_id
  where ${within('x.ground_id')} and u.case_id is distinct from f.case_id;
`;
