import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the processor says moved our money there: listed once an hour, kept as it was told. How far a
 * listing has come is kept too, so that the first one goes on where it was.
 * Locks: none, the tables are new. Back out: drop them; all of it can be listed again.
 */
export class KnowProcessorMovements1764100000700 implements MigrationInterface {
  name = 'KnowProcessorMovements1764100000700';

  async up(q: QueryRunner): Promise<void> {
    await q.query(MOVEMENTS);
    await q.query(LISTINGS);
    await q.query(RIGHTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const MOVEMENTS = `
  create table processor_movement (
    id text primary key
      constraint processor_movement_id check (id ~ '^txn_[^[:space:]:]+$' and length(id) <= 100),
    -- The processor's own word.
    category text not null constraint processor_movement_category
      check (category ~ '^[a-z0-9_]+$' and length(category) <= 60),
    source_id text constraint processor_movement_source
      check (source_id ~ '^[^[:space:]:]+$' and length(source_id) <= 100),
    -- By what the books name the same thing.
    object_id text not null constraint processor_movement_object
      check (object_id ~ '^[^[:space:]:]+$' and length(object_id) <= 100),
    amount_minor bigint not null,
    fee_minor bigint not null,
    currency char(3) not null
      constraint processor_movement_currency check (currency ~ '^[A-Z]{3}$'),
    is_automatic boolean not null,
    -- Of the processor's clock.
    created_at timestamptz not null,
    available_on timestamptz not null,
    -- Of the wall clock.
    learned_at timestamptz not null default clock_timestamp()
  );
  create index processor_movement_of_object on processor_movement (object_id);
  create index processor_movement_learned on processor_movement (learned_at);
  create trigger append_only before update or delete or truncate on processor_movement
    for each statement execute function app.refuse_change();

  -- The sum of all of them, kept as they are written.
  create table movement_total (
    currency char(3) primary key,
    net_minor bigint not null,
    movements bigint not null constraint movement_total_movements check (movements > 0)
  );
`;

const LISTINGS = `
  create table movement_listing (
    -- Of the wall clock.
    began_at timestamptz primary key,
    -- Of the processor's clock: from when on it lists, and its newest movement.
    since timestamptz not null,
    newest_at timestamptz,
    -- The last movement that was read; null before the first page.
    after_id text,
    ended_at timestamptz constraint movement_listing_ended check (ended_at >= began_at)
  );
  create unique index movement_listing_one_open on movement_listing ((true))
    where ended_at is null;
`;

const RIGHTS = `
  grant select on processor_movement, movement_total, movement_listing
    to officer, worker, auditor;
  grant insert on processor_movement to worker;
  grant insert, update (net_minor, movements) on movement_total to worker;
  grant insert, update (newest_at, after_id, ended_at) on movement_listing to worker;
`;
