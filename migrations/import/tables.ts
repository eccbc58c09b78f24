// What is kept of an import, and what a movement says of the way by which it came.

// A part is sealed: 28 bytes more than its content.
export const IMPORT_TABLES = `
  create table movement_import (
    id uuid primary key,
    programme_code text not null references programme (code),
    source text not null
      constraint movement_import_source check (source in ('file', 'hand')),
    form text not null constraint movement_import_form check (form in ('csv', 'manifest')),
    encoding text not null
      constraint movement_import_encoding check (encoding in ('utf-8', 'latin-1')),
    delimiter text constraint movement_import_delimiter check (delimiter in (',', ';', E'\\t')),
    bytes integer not null
      constraint movement_import_bytes check (bytes between 1 and 16777216),
    digest bytea not null constraint movement_import_digest_length check (length(digest) = 32),
    reason text constraint movement_import_reason check (reason ~ '^[a-z_]{1,40}$'),
    proof_type text constraint movement_import_proof_type
      check (proof_type in ('application/pdf', 'image/jpeg', 'image/png')),
    proof_bytes integer
      constraint movement_import_proof_bytes check (proof_bytes between 1 and 20971520),
    proof_pages integer
      constraint movement_import_proof_pages check (proof_pages between 1 and 30),
    proof_scan text
      constraint movement_import_proof_scan check (proof_scan in ('clean', 'not_scanned')),
    sent_by uuid not null references account (id),
    sent_at timestamptz not null,
    decided_by uuid references account (id),
    state text not null constraint movement_import_state check (state in
      ('checking', 'checked', 'confirmed', 'imported', 'declined')),
    state_since timestamptz not null,
    version integer not null default 1,
    lines_checked integer not null default 0,
    bytes_checked integer not null default 0,
    accepted integer not null default 0,
    duplicates integer not null default 0,
    refused integer not null default 0,
    matched integer not null default 0,
    lines_loaded integer not null default 0,
    bytes_loaded integer not null default 0,
    loaded integer not null default 0,
    constraint movement_import_proof check ((source = 'hand') = (reason is not null)
      and (source = 'hand') = (num_nonnulls(proof_type, proof_bytes, proof_scan) = 3)
      and (source = 'hand' or num_nonnulls(proof_type, proof_bytes, proof_scan, proof_pages) = 0)),
    constraint movement_import_delimited check ((form = 'csv') = (delimiter is not null)),
    constraint movement_import_decided
      check ((state in ('checking', 'checked')) = (decided_by is null)),
    constraint movement_import_two_people check (state not in ('confirmed', 'imported')
      or decided_by <> sent_by and accepted > 0)
  );
  create unique index movement_import_digest on movement_import (programme_code, digest)
    where state <> 'declined';
  create index movement_import_sent on movement_import (sent_at, id);
  create index movement_import_under_way on movement_import (state_since)
    where state in ('checking', 'confirmed');
  create index movement_import_checked on movement_import (state_since)
    where state = 'checked';
  create trigger append_only before delete or truncate on movement_import
    for each statement execute function app.refuse_change();

  create table movement_import_part (
    import_id uuid not null references movement_import (id),
    content text not null
      constraint movement_import_part_content check (content in ('file', 'proof')),
    part integer not null constraint movement_import_part_number check (part between 0 and 79),
    sealed bytea not null
      constraint movement_import_part_sealed check (length(sealed) between 29 and 262172),
    primary key (import_id, content, part)
  );
  -- Sealed bytes do not get smaller: trying costs, and gains nothing.
  alter table movement_import_part alter column sealed set storage external;
  create trigger append_only before update or delete or truncate on movement_import_part
    for each statement execute function app.refuse_change();

  create table movement_import_problem (
    import_id uuid not null references movement_import (id),
    line integer not null check (line > 0),
    record_id text check (length(record_id) <= 64),
    reason text not null check (reason ~ '^[a-z_]{1,40}$'),
    primary key (import_id, line)
  );
  create trigger append_only before update or delete or truncate on movement_import_problem
    for each statement execute function app.refuse_change();

  create table movement_import_match (
    import_id uuid not null references movement_import (id),
    line integer not null check (line > 0),
    person_id uuid not null references person (id),
    document_id uuid not null references travel_document (id),
    kind text not null check (kind in ('admitted', 'departed', 'refused')),
    port_code text not null,
    happened_at timestamptz not null,
    authorised_until date,
    outcome text check (outcome in ('cancel', 'admit', 'refer', 'desk', 'nothing')),
    why text check (why ~ '^[A-Za-z0-9_]{1,40}$'),
    reference text,
    primary key (import_id, line)
  );
  create trigger append_only before delete or truncate on movement_import_match
    for each statement execute function app.refuse_change();
`;

// The id of a record is unique in its programme, as a border system's is to itself.
export const IMPORTED_MOVEMENTS = `
  alter table movement
    alter column batch_id drop not null,
    alter column client_id drop not null,
    add column source text not null default 'border'
      constraint movement_source check (source in ('border', 'file', 'hand')),
    add column import_id uuid references movement_import (id),
    add column programme_code text,
    add constraint movement_way check (case source
      when 'border' then num_nonnulls(batch_id, client_id) = 2
        and num_nonnulls(import_id, programme_code) = 0
      else num_nonnulls(batch_id, client_id) = 0
        and num_nonnulls(import_id, programme_code) = 2 end);
  create unique index movement_of_programme on movement (programme_code, record_id)
    where import_id is not null;
  create index movement_of_import on movement (import_id, happened_at, id)
    where import_id is not null;
`;
