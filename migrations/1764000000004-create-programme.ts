import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from './history.ts';

/**
 * Programmes as data: the switch, versions of rules, consulates and ports. Public facts, so no
 * row-level security. Processes read; only the officers' process may turn the switch, and nobody
 * but the owner writes rules.
 * Locks: none, all objects are new. Back out: drop these tables before any case exists.
 */
export class CreateProgramme1764000000004 implements MigrationInterface {
  name = 'CreateProgramme1764000000004';

  async up(q: QueryRunner): Promise<void> {
    await q.query(PROGRAMME);
    await q.query(VERSIONS);
    await q.query(PLACES);
    await q.query(GRANTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const PROGRAMME = `
  create table programme (
    code text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
    id uuid not null,
    issuing_state char(3) not null check (issuing_state ~ '^[A-Z]{3}$'),
    bonded_nationality char(3) not null check (bonded_nationality ~ '^[A-Z]{3}$'),
    currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
    state text not null,
    state_since timestamptz not null,
    state_reason text not null check (state_reason ~ '^[a-z_]{1,60}$'),
    version integer not null default 1,
    constraint programme_id unique (id),
    constraint programme_state check (state in ('open', 'suspended', 'withdrawn'))
  );
  ${historyTable('programme')}
`;

const VERSIONS = `
  create table programme_version (
    programme_code text not null references programme (code),
    version integer not null check (version > 0),
    state text not null,
    effective_from date not null,
    legal_reference text not null check (legal_reference <> ''),
    rules jsonb not null check (jsonb_typeof(rules) = 'object'),
    primary key (programme_code, version),
    constraint programme_version_effective_from unique (programme_code, effective_from),
    constraint programme_version_state
      check (state in ('draft', 'approved', 'in_force', 'superseded'))
  );

  -- Cases carry the number of the version they were opened under, so what it says must not change.
  create function app.keep_version() returns trigger language plpgsql as $$
  begin
    if old.state = 'draft' then return new; end if;
    if (new.programme_code, new.version, new.effective_from, new.legal_reference, new.rules)
       is distinct from
       (old.programme_code, old.version, old.effective_from, old.legal_reference, old.rules)
    then
      raise exception 'version % of % is law: add a new one', old.version, old.programme_code
        using errcode = 'VB004';
    end if;
    return new;
  end $$;
  revoke execute on function app.keep_version() from public;
  create trigger keep_version before update on programme_version
    for each row execute function app.keep_version();
`;

const PLACES = `
  create table consulate (
    id uuid primary key,
    programme_code text not null references programme (code),
    city text not null check (city <> ''),
    country char(2) not null check (country ~ '^[A-Z]{2}$'),
    time_zone text not null check (time_zone ~ '^[A-Za-z_]+(/[A-Za-z_-]+)*$'),
    constraint consulate_city unique (programme_code, country, city)
  );
  create table port (
    id uuid primary key,
    programme_code text not null references programme (code),
    code text not null check (code ~ '^[A-Z]{3}$'),
    name text not null check (name <> ''),
    time_zone text not null check (time_zone ~ '^[A-Za-z_]+(/[A-Za-z_-]+)*$'),
    listed_from date not null,
    listed_until date,
    constraint port_listing unique (programme_code, code, listed_from),
    constraint port_until check (listed_until >= listed_from)
  );
`;

const GRANTS = `
  grant select on programme, programme_history, programme_version, consulate, port
    to portal, officer, api, worker, auditor;
  grant update (state, state_since, state_reason, version) on programme to officer;
  grant insert on programme_history to officer;
`;
