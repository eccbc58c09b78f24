import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A border system has keys, one after another or two at once while it changes them, and two people let
 * in each: what it reports may return bonds by itself. The database holds it: no program registers a
 * border system or a key that two people did not confirm, and none lets in what was shut out.
 * Locks: border_client and feed_mark exclusively for an instant, movement_batch and feed_report while
 * their indexes are made. The api and the worker of before read the column that goes: stop them first.
 * Back out: add public_jwk again and fill it from border_key while no border system has two keys.
 */
export class TwoPeopleLetBordersIn1764100000550 implements MigrationInterface {
  name = 'TwoPeopleLetBordersIn1764100000550';

  async up(q: QueryRunner): Promise<void> {
    await q.query(KEYS);
    await q.query(PROPOSALS);
    await q.query(GUARDS);
    await q.query(RIGHTS);
    await q.query(HEARD);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

// A key's name is its digest by RFC 7638, so that none is there twice; nothing private is in it.
const KID = `rtrim(translate(encode(sha256(convert_to('{"crv":"Ed25519","kty":"OKP","x":"'
  || (public_jwk ->> 'x') || '"}', 'UTF8')), 'base64'), '+/', '-_'), '=')`;
const IS_PUBLIC = `public_jwk = jsonb_build_object(
  'kty', 'OKP', 'crv', 'Ed25519', 'x', public_jwk ->> 'x')`;

const KEYS = `
  create table border_key (
    id uuid primary key,
    client_id uuid not null references border_client (id),
    kid text not null constraint border_key_kid check (kid = ${KID}),
    public_jwk jsonb not null constraint border_key_public check (${IS_PUBLIC}),
    state text not null default 'active' constraint border_key_state check (state in
      ('active', 'retired', 'revoked')),
    added_at timestamptz not null default clock_timestamp(),
    retired_at timestamptz,
    retired_by uuid references account (id),
    revoked_at timestamptz,
    revoked_by uuid references account (id),
    constraint border_key_once unique (kid),
    constraint border_key_ended check ((retired_at is null) = (retired_by is null)
      and (revoked_at is null) = (revoked_by is null)
      and case state when 'active' then retired_at is null and revoked_at is null
        when 'retired' then retired_at is not null and revoked_at is null
        else revoked_at is not null end)
  );
  create index border_key_of_client on border_key (client_id);
  insert into border_key (id, client_id, kid, public_jwk, added_at)
    select gen_random_uuid(), id, ${KID}, public_jwk, created_at from border_client
    where public_jwk ->> 'x' is not null;
  alter table border_client drop column public_jwk;
  alter table feed_mark drop constraint feed_mark_proof_check;
  alter table feed_mark add constraint feed_mark_proof_check check (proof in ('proved',
    'client_blocked', 'key_revoked', 'not_signed', 'signature_invalid', 'not_as_signed')) not valid;
`;

const PROPOSALS = `
  create table border_proposal (
    id uuid primary key,
    kind text not null check (kind in ('register', 'add_key')),
    client_id uuid not null,
    name text check (length(name) between 1 and 100),
    programme_code text references programme (code),
    ports text[] check (cardinality(ports) between 1 and 50),
    kid text not null constraint border_proposal_kid check (kid = ${KID}),
    public_jwk jsonb not null constraint border_proposal_public check (${IS_PUBLIC}),
    state text not null constraint border_proposal_state check (state in
      ('proposed', 'confirmed', 'declined')),
    proposed_by uuid not null references account (id),
    proposed_at timestamptz not null,
    decided_by uuid references account (id),
    decided_at timestamptz,
    constraint border_proposal_of_kind check (case kind
      when 'register' then num_nulls(name, programme_code, ports) = 0
      else num_nonnulls(name, programme_code, ports) = 0 end),
    constraint border_proposal_answered check ((state = 'proposed') = (decided_by is null)
      and (decided_by is null) = (decided_at is null)),
    constraint border_proposal_two_people check (state <> 'confirmed' or decided_by <> proposed_by)
  );
  create unique index border_proposal_one_of_client on border_proposal (client_id)
    where state = 'proposed';
  create unique index border_proposal_one_of_key on border_proposal (kid) where state = 'proposed';
`;

const GUARDS = `
  create function app.guard_border_proposal() returns trigger language plpgsql as $$
  begin
    if app.process() is not null and not (case tg_op
        when 'INSERT' then new.state = 'proposed' and new.proposed_by = app.actor()
        else old.state = 'proposed' and new.decided_by = app.actor() end) then
      raise exception 'border proposal %: one answers once and in one''s own name', new.id
        using errcode = 'VB005';
    end if;
    return new;
  end $$;
  create trigger check_role before insert or update on border_proposal
    for each row execute function app.check_role('administrator');
  create trigger guard_border_proposal before insert or update on border_proposal
    for each row execute function app.guard_border_proposal();

  create function app.guard_border_client() returns trigger language plpgsql as $$
  begin
    if app.process() is not null and not (case tg_op
        when 'INSERT' then new.state = 'active' and exists (select from public.border_proposal p
          where p.client_id = new.id and p.kind = 'register' and p.state = 'confirmed'
            and (p.name, p.programme_code, p.ports) = (new.name, new.programme_code, new.ports))
        else new.state = 'blocked' end) then
      raise exception 'border client %: two people let it in, and nobody again', new.id
        using errcode = 'VB005';
    end if;
    return new;
  end $$;
  create trigger check_role before insert or update on border_client
    for each row execute function app.check_role('administrator');
  create trigger guard_border_client before insert or update on border_client
    for each row execute function app.guard_border_client();

  create function app.guard_border_key() returns trigger language plpgsql as $$
  begin
    if app.process() is not null and not (case
        when tg_op = 'INSERT' then new.state = 'active' and exists (
          select from public.border_proposal p where p.client_id = new.client_id
            and p.kid = new.kid and p.state = 'confirmed')
        when new.state = 'retired' then old.state = 'active' and new.retired_by = app.actor()
        else new.state = 'revoked' and old.state <> 'revoked' and new.revoked_by = app.actor()
          and new.retired_by is not distinct from old.retired_by end) then
      raise exception 'border key %: two people let it in, one ends it in one''s own name', new.id
        using errcode = 'VB005';
    end if;
    return new;
  end $$;
  create trigger check_role before insert or update on border_key
    for each row execute function app.check_role('administrator');
  create trigger guard_border_key before insert or update on border_key
    for each row execute function app.guard_border_key();
  revoke execute on function app.guard_border_proposal(), app.guard_border_client(),
    app.guard_border_key() from public;
`;

const RIGHTS = `
  grant select on border_key to officer, api, worker, auditor;
  grant insert (id, client_id, kid, public_jwk),
    update (state, retired_at, retired_by, revoked_at, revoked_by) on border_key to officer;
  grant select, insert, update (state, decided_by, decided_at) on border_proposal to officer;
  grant select on border_proposal to auditor;
`;

// When a border system was heard of last.
const HEARD = `
  create index movement_batch_of_client on movement_batch (client_id, received_at);
  create index feed_report_of_client on feed_report (client_id, received_at);
`;
