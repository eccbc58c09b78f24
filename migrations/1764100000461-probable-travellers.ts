import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from './history.ts';
import { within } from './ranges/within.ts';

/**
 * Whom a record may mean that named nobody's document, and what people said of each. Two people join a
 * record to its traveller: the database holds it, and the worker gives a record to nobody else than
 * whose document it names or whom two people named.
 * Locks: person, movement exclusively while the indexes are made.
 * Back out: drop the trigger, the tables and the columns while no record was joined.
 */
export class ProbableTravellers1764100000461 implements MigrationInterface {
  name = 'ProbableTravellers1764100000461';

  async up(q: QueryRunner): Promise<void> {
    await q.query(RECORDS);
    await q.query(CANDIDATES);
    await q.query(historyTable('movement_candidate'));
    await q.query(GUARDS);
    await q.query(RIGHTS);
    await q.query(POLICIES);
    await q.query(ORACLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const RECORDS = `
  alter table movement add column traveller_token bytea, add column searched_at timestamptz;
  create index movement_unmatched_traveller on movement (traveller_token)
    where state = 'unmatched' and traveller_token is not null;
  create index movement_unsearched on movement (state_since)
    where state = 'unmatched' and searched_at is null;
  create index person_of_details on person (details_token);
`;

const CANDIDATES = `
  create table movement_candidate (
    id uuid primary key,
    movement_id uuid not null references movement (id),
    person_id uuid not null references person (id),
    document_id uuid not null references travel_document (id),
    likenesses text[] not null constraint movement_candidate_likenesses check (
      cardinality(likenesses) between 1 and 7 and likenesses <@ array['confused', 'transposed',
        'one_character', 'same_person', 'names_swapped', 'names_spelled', 'birth_swapped']),
    score integer not null check (score between 1 and 100),
    found_at timestamptz not null,
    state text not null constraint movement_candidate_state check (state in
      ('open', 'join_proposed', 'joined', 'rejected', 'lapsed')),
    state_since timestamptz not null,
    version integer not null default 1,
    reason_code text constraint movement_candidate_reason check (reason_code in
      ('misread', 'renewed', 'names_written_otherwise', 'another_person', 'not_enough')),
    proposed_by uuid references account (id),
    decided_by uuid references account (id),
    constraint movement_candidate_once unique (movement_id, document_id),
    constraint movement_candidate_two_people check (decided_by <> proposed_by),
    constraint movement_candidate_answered check (case state
      when 'open' then proposed_by is null and decided_by is null and reason_code is null
      when 'join_proposed' then proposed_by is not null and decided_by is null
        and reason_code is not null
      when 'joined' then proposed_by is not null and decided_by is not null
        and reason_code is not null
      when 'rejected' then proposed_by is null and decided_by is not null
        and reason_code is not null
      else decided_by is null end)
  );
  create index movement_candidate_open on movement_candidate (found_at, id)
    where state in ('open', 'join_proposed');
  create index movement_candidate_joined on movement_candidate (state_since)
    where state = 'joined';
`;

const GUARDS = `
  create function app.guard_candidate() returns trigger language plpgsql as $$
  begin
    if not (case new.state
        when 'join_proposed' then old.state = 'open' and new.proposed_by = app.actor()
        when 'joined' then old.state = 'join_proposed' and new.proposed_by = old.proposed_by
          and new.reason_code = old.reason_code and new.decided_by = app.actor()
        when 'rejected' then old.state = 'open' and new.decided_by = app.actor()
        when 'open' then old.state = 'join_proposed'
        when 'lapsed' then old.state in ('open', 'join_proposed')
          and new.proposed_by is not distinct from old.proposed_by
        else false end)
      or app.process() = 'worker' and new.state <> 'lapsed'
      or app.process() = 'officer' and new.state = 'lapsed' then
      raise exception 'candidate %: one answers in one''s own name, and another joins', old.id
        using errcode = 'VB005';
    end if;
    if app.process() = 'officer' and not (case when new.state = 'joined'
        then app.works_as('head_of_section')
        else app.works_as('officer', 'head_of_section') end) then
      raise exception 'candidate %: not with this role', old.id using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger guard_candidate before update on movement_candidate
    for each row execute function app.guard_candidate();

  -- Whose a record becomes: whose document it names, or whom two people named.
  create function app.guard_traveller() returns trigger language plpgsql as $$
  begin
    if not exists (select from public.travel_document d where d.id = new.document_id
        and d.person_id = new.person_id and d.number_token = new.document_token)
      and not exists (select from public.movement_candidate c where c.movement_id = new.id
        and c.document_id = new.document_id and c.person_id = new.person_id
        and c.state = 'joined') then
      raise exception 'movement %: neither its document nor two people say so', new.id
        using errcode = 'VB005';
    end if;
    return new;
  end $$;
  create trigger guard_traveller before update of person_id, document_id on movement
    for each row when (new.person_id is not null and app.process() is not null
      and (old.person_id, old.document_id) is distinct from (new.person_id, new.document_id))
    execute function app.guard_traveller();
  revoke execute on function app.guard_candidate(), app.guard_traveller() from public;
`;

const RIGHTS = `
  grant update (searched_at) on movement to worker;
  grant select, insert, update (state, state_since, version) on movement_candidate to worker;
  grant select, update (state, state_since, version, reason_code, proposed_by, decided_by)
    on movement_candidate to officer;
  grant select, insert on movement_candidate_history to worker, officer;
  grant select on movement_candidate, movement_candidate_history to auditor;
`;

const POLICIES = ['movement_candidate', 'movement_candidate_history']
  .map(
    (table) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy by_staff on ${table} to officer using ((select app.scope() = 'staff'));
  create policy by_rules on ${table} to worker
    using (current_setting('app.scope', true) = 'system');
  create policy auditor on ${table} for select to auditor using (true);`,
  )
  .join('').concat(`
  create policy worker_finds on movement_candidate as restrictive for insert to worker
    with check (state = 'open');`);

const ORACLE = `
  create schema matching;
  grant usage on schema matching to worker, auditor;
  create view matching.oracle with (security_invoker = true) as
    select 'movement: two people joined it to its traveller' as "check", m.id::text as offender
    from movement_candidate c join movement m on m.id = c.movement_id
    where ${within('c.id')} and c.state = 'joined'
      and (c.proposed_by is null or c.decided_by is null or c.proposed_by = c.decided_by
        or exists (select from movement_history h where h.owner_id = m.id and h.event = 'joined')
          and (m.person_id, m.document_id) is distinct from (c.person_id, c.document_id));
  create view matching.oracle_key with (security_invoker = true) as
    select id from movement_candidate;
  grant select on matching.oracle, matching.oracle_key to worker, auditor;
`;
