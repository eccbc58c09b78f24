import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The inbox of the processor's events: stored before they are answered, worked by the worker.
 * No body is kept, so that no personal data is; what is left names objects of the processor.
 * Locks: none, the table is new. Back out: drop the table; the processor can list its events again.
 */
export class CreateProcessorEvent1764000000009 implements MigrationInterface {
  name = 'CreateProcessorEvent1764000000009';

  async up(q: QueryRunner): Promise<void> {
    await q.query(INBOX);
    await q.query(RIGHTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

// Times are the wall clock's: an inbox is no matter of legal dates.
const INBOX = `
  create table processor_event (
    id text primary key
      constraint processor_event_id check (id ~ '^(evt_\\w{1,250}|look:[a-z]{2}_\\w{1,250})$'),
    type text not null,
    object_id text,
    object_kind text not null,
    our_id uuid,
    api_version text,
    livemode boolean not null,
    created_at timestamptz not null,
    body_sha256 bytea constraint processor_event_sha256 check (octet_length(body_sha256) = 32),
    received_at timestamptz not null default clock_timestamp(),
    state text not null default 'received'
      constraint processor_event_state
      check (state in ('received', 'applied', 'parked', 'failed')),
    attempts integer not null default 0 constraint processor_event_attempts check (attempts >= 0),
    next_attempt_at timestamptz not null default clock_timestamp(),
    claimed_until timestamptz,
    processed_at timestamptz,
    problem text,
    constraint processor_event_done check ((state = 'received') = (processed_at is null))
  );
  create index processor_event_due on processor_event (next_attempt_at) where state = 'received';
  create index processor_event_object on processor_event (object_id);
`;

// The api stores and cannot see what others stored, beyond whether an id is there.
const RIGHTS = `
  grant insert, select (id) on processor_event to api;
  grant select on processor_event to officer, auditor;
  grant select, insert, update on processor_event to worker;
`;
