-- FROZEN. The yardstick of the bench `import`: do not follow changes of the migrations.
-- It is the table of movements with its indexes, as it was when the goal was set, in a schema of its
-- own, and who holds which document.
-- Why it is the limit: COPY is the fastest way for rows into PostgreSQL, and one statement the least
-- that finds their travellers. The rows come as the table keeps them: nothing is read, checked, keyed
-- or sealed here, nothing is looked at twice, no history is written, and no foreign key, policy or
-- trigger is asked.

create schema bench_import;

create table bench_import.movement (
  id uuid primary key,
  batch_id uuid,
  client_id uuid,
  record_id text not null check (length(record_id) between 1 and 64),
  kind text not null check (kind in ('admitted', 'departed', 'refused')),
  port_code text not null,
  happened_at timestamptz not null,
  authorised_until date check (authorised_until is null or kind = 'admitted'),
  document_state text not null,
  document_token bytea not null,
  document_sealed bytea not null,
  content_token bytea not null,
  person_id uuid,
  document_id uuid,
  state text not null,
  state_since timestamptz not null,
  version integer not null,
  source text not null,
  import_id uuid,
  programme_code text,
  constraint movement_record unique (client_id, record_id)
);
create index movement_batch_id on bench_import.movement (batch_id);
create index movement_person on bench_import.movement (person_id, happened_at);
create index movement_unmatched on bench_import.movement (document_token)
  where state = 'unmatched';
create index movement_waiting on bench_import.movement (state, state_since)
  where state in ('received', 'matched', 'unmatched', 'set_aside');
create unique index movement_of_programme on bench_import.movement (programme_code, record_id)
  where import_id is not null;
create index movement_of_import on bench_import.movement (import_id, happened_at, id)
  where import_id is not null;

create table bench_import.travel_document (
  id uuid primary key,
  person_id uuid not null,
  number_token bytea not null unique,
  confirmed_at timestamptz
);
