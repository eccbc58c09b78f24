import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Papers by their codes: directions, receipts and letters of decisions. Anybody may ask of one code
 * what kind of paper it names, of which programme and of which day; nobody may list them. Papers from
 * before have no code.
 * Locks: visa_case and programme for an instant, for foreign keys. Back out: drop function and table.
 */
export class CreatePaper1764100000640 implements MigrationInterface {
  name = 'CreatePaper1764100000640';

  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLE);
    await q.query(RIGHTS);
    await q.query(FUNCTION);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const TABLE = `
  create table paper (
    id uuid primary key,
    code text not null constraint paper_code check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
    kind text not null constraint paper_kind check (kind in ('direction', 'receipt', 'decision')),
    subject_id uuid not null,
    case_id uuid not null references visa_case (id),
    programme_code text not null references programme (code),
    issued_on date not null,
    constraint paper_code_once unique (code)
  );
  create index paper_of_subject on paper (subject_id, kind, id);
  create trigger append_only before update or delete or truncate on paper
    for each statement execute function app.refuse_change();
`;

// An officer issues what officers decide, for a bond that is asked for; the worker what follows.
const RIGHTS = `
  grant select on paper to portal, officer, worker;
  grant insert on paper to officer, worker;
  grant select (id, kind, subject_id, case_id, programme_code, issued_on) on paper to auditor;

  alter table paper enable row level security;
  alter table paper force row level security;
  create policy asked_by_code on paper for select to current_user using (true);
  create policy own on paper for select to portal using ((select app.scope()) = 'applicant'
    and exists (select from visa_case c where c.id = case_id));
  create policy by_staff on paper to officer using ((select app.scope() = 'staff'));
  create policy officer_directs on paper as restrictive for insert to officer
    with check (kind = 'direction' and exists (select from bond b join visa_case c
      on c.id = b.case_id where b.id = subject_id and b.case_id = paper.case_id
        and b.state = 'required' and c.programme_code = paper.programme_code));
  create policy by_rules on paper to worker
    using (current_setting('app.scope', true) = 'system');
  create policy auditor on paper for select to auditor using (true);
`;

const FUNCTION = `
  create function app.paper_named(wanted text)
    returns table (kind text, programme_code text, issued_on date)
    language sql stable security definer
  begin atomic
    select p.kind, p.programme_code, p.issued_on from paper p where p.code = wanted;
  end;
  revoke execute on function app.paper_named(text) from public;
  grant execute on function app.paper_named(text) to portal;
`;
