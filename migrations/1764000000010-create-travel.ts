import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from './history.ts';

/**
 * Border systems and what they reported. The api stores batches, the worker matches and assesses.
 * Locks: none but short ones on travel_document and person, which foreign keys refer to.
 * Back out: drop the five tables in reverse order while no movement was assessed.
 */
export class CreateTravel1764000000010 implements MigrationInterface {
  name = 'CreateTravel1764000000010';

  async up(q: QueryRunner): Promise<void> {
    await q.query(CLIENTS);
    await q.query(MOVEMENTS);
    await q.query(historyTable('movement'));
    await q.query(RIGHTS);
    await q.query(POLICIES);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const CLIENTS = `
  create table border_client (
    id uuid primary key,
    name text not null check (length(name) between 1 and 100),
    public_jwk jsonb not null,
    programme_code text not null,
    ports text[] not null check (cardinality(ports) between 1 and 50),
    state text not null default 'active' check (state in ('active', 'blocked')),
    created_at timestamptz not null default now()
  );

  -- Tokens already used: each is good for one call. Rows outlive their token and are then swept.
  create table border_token (
    client_id uuid not null references border_client (id),
    jti text not null check (length(jti) between 8 and 100),
    expires_at timestamptz not null,
    primary key (client_id, jti)
  );
  create index border_token_expires_at on border_token (expires_at);
`;

const MOVEMENTS = `
  create table movement_batch (
    id uuid primary key,
    client_id uuid not null references border_client (id),
    idempotency_key text not null check (length(idempotency_key) between 1 and 100),
    body_sha256 bytea not null check (length(body_sha256) = 32),
    received_at timestamptz not null,
    receipt jsonb not null default '[]',
    constraint movement_batch_key unique (client_id, idempotency_key)
  );

  create table movement (
    id uuid primary key,
    batch_id uuid not null references movement_batch (id),
    client_id uuid not null references border_client (id),
    record_id text not null check (length(record_id) between 1 and 64),
    kind text not null check (kind in ('admitted', 'departed', 'refused')),
    port_code text not null,
    happened_at timestamptz not null,
    authorised_until date check (authorised_until is null or kind = 'admitted'),
    document_state text not null,
    document_token bytea not null,
    document_sealed bytea not null,
    content_token bytea not null,
    person_id uuid references person (id),
    document_id uuid references travel_document (id),
    state text not null default 'received' constraint movement_state check (state in
      ('received', 'matched', 'unmatched', 'assessed', 'set_aside')),
    state_since timestamptz not null,
    version integer not null default 1,
    constraint movement_record unique (client_id, record_id),
    constraint movement_traveller check ((person_id is null) = (document_id is null)
      and (person_id is not null or state in ('received', 'unmatched')))
  );
  create index movement_batch_id on movement (batch_id);
  create index movement_person on movement (person_id, happened_at);
  create index movement_unmatched on movement (document_token) where state = 'unmatched';
  create index movement_waiting on movement (state, state_since)
    where state in ('received', 'matched', 'unmatched', 'set_aside');
`;

const RIGHTS = `
  grant select on border_client to officer, api, worker, auditor;
  grant insert, update (state) on border_client to officer;
  grant select (client_id, jti), insert on border_token to api;
  grant select (expires_at), delete on border_token to worker;

  grant select, insert, update (receipt) on movement_batch to api;
  grant select on movement_batch to officer, worker, auditor;
  grant select, insert on movement to api;
  grant select, update (person_id, document_id, state, state_since, version) on movement to worker;
  grant select on movement to officer, auditor;
  grant select, insert on movement_history to worker;
  grant select on movement_history to officer, auditor;
`;

// A border system sees its own records and nobody else's; applicants see none of these tables.
const POLICIES = `
  alter table movement_batch enable row level security;
  alter table movement_batch force row level security;
  create policy movement_batch_scope on movement_batch using (
    app.scope() in ('staff', 'system') or (app.scope() = 'client' and client_id = app.actor()));
  alter table movement enable row level security;
  alter table movement force row level security;
  create policy movement_scope on movement using (
    app.scope() in ('staff', 'system') or (app.scope() = 'client' and client_id = app.actor()));
  alter table movement_history enable row level security;
  alter table movement_history force row level security;
  create policy movement_history_scope on movement_history using (
    app.scope() in ('staff', 'system'));

  -- The auditor's login reads what it is granted and has no context of its own.
  create policy auditor on movement_batch for select to auditor using (true);
  create policy auditor on movement for select to auditor using (true);
  create policy auditor on movement_history for select to auditor using (true);
`;
