-- FROZEN. The yardstick of the bench `webhook`: do not follow changes of the migrations.
-- It is the inbox's table with its constraints and indexes, as it was when the goal was set.
-- Why it is the limit: an event is acknowledged only once its row is committed, so one insert in
-- one transaction is the least that an acknowledged event can cost. HTTP, the signature, JSON and
-- the framework come on top of it and show in the ratio.

create schema bench_inbox;

create table bench_inbox.processor_event (
  id text primary key
    -- As migration 1764100000220 has it: the former one took longer than all else of the row, and a
    -- yardstick that carries it would flatter.
    constraint processor_event_id check (
      id ~ '^(evt_\w+|look:[a-z]{2}_\w+)$'
      and length(id) <= case when starts_with(id, 'evt_') then 254 else 258 end),
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
create index processor_event_due on bench_inbox.processor_event (next_attempt_at)
  where state = 'received';
create index processor_event_object on bench_inbox.processor_event (object_id);

grant usage on schema bench_inbox to api;
grant insert, select (id) on bench_inbox.processor_event to api;
