import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What border systems state of their own completeness. The api adds what was signed; the worker says
 * once of each mark whether it was. Nothing else about it ever changes: a mark is taken back by
 * another one.
 * Locks: none but short ones on border_client, which foreign keys refer to.
 * Back out: drop feed_mark and feed_report while no bond was cancelled or referred by R15b or R16.
 */
export class CreateFeedMarks1764100000360 implements MigrationInterface {
  name = 'CreateFeedMarks1764100000360';

  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLES);
    await q.query(KEEP);
    await q.query(RIGHTS);
    await q.query(POLICIES);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const TABLES = `
  create table feed_report (
    id uuid primary key,
    client_id uuid not null references border_client (id),
    idempotency_key text not null check (length(idempotency_key) between 1 and 100),
    token text not null check (length(token) <= 4096),
    body bytea not null check (length(body) <= 50000),
    received_at timestamptz not null,
    arrived_at timestamptz not null,
    receipt jsonb not null,
    constraint feed_report_key unique (client_id, idempotency_key)
  );

  create table feed_mark (
    client_id uuid not null references border_client (id),
    port_code text not null,
    seq integer not null check (seq > 0),
    report_id uuid not null references feed_report (id),
    complete_through date not null,
    kind text not null check (kind in ('mark', 'correction')),
    received_at timestamptz not null,
    proof text check (proof in
      ('proved', 'client_blocked', 'not_signed', 'signature_invalid', 'not_as_signed')),
    primary key (client_id, port_code, seq)
  );
  create index feed_mark_of_report on feed_mark (report_id);
  create index feed_mark_unproved on feed_mark (received_at) where proof is null;
`;

// Whoever serves may update the proof alone, and that once.
const KEEP = `
  create trigger feed_report_arrival before insert on feed_report
    for each row execute function app.stamp_arrival();
  create trigger append_only before update or delete or truncate on feed_report
    for each statement execute function app.refuse_change();
  create trigger append_only before delete or truncate on feed_mark
    for each statement execute function app.refuse_change();
  create trigger proved_once before update on feed_mark for each row
    when (old.proof is not null or new.proof is null
      or (old.client_id, old.port_code, old.seq, old.report_id, old.complete_through, old.kind,
          old.received_at) is distinct from
         (new.client_id, new.port_code, new.seq, new.report_id, new.complete_through, new.kind,
          new.received_at))
    execute function app.refuse_change();
`;

const RIGHTS = `
  grant select, insert on feed_report, feed_mark to api;
  grant select on feed_report, feed_mark to officer, worker, auditor;
  grant update (proof) on feed_mark to worker;
`;

// A border system sees its own marks and nobody else's; applicants see none of these tables.
const POLICIES = ['feed_report', 'feed_mark']
  .map(
    (table) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_scope on ${table} using (
    (select app.scope() in ('staff', 'system'))
    or ((select app.scope()) = 'client' and client_id = (select app.actor())));
  create policy auditor on ${table} for select to auditor using (true);`,
  )
  .join('').concat(`
  create policy feed_mark_comes_in on feed_mark as restrictive for insert to api
    with check (proof is null);`);
