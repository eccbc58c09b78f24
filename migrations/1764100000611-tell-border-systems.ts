import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A border system may have an address at which it is told what became of its batches. Two people set it,
 * since what is told goes there; one takes it away. The database holds that as it holds keys.
 * Locks: border_client and border_proposal exclusively for an instant; the rest is new.
 * Back out: drop the table and the columns, and make app.guard_border_client as migration 550 has it.
 */
export class TellBorderSystems1764100000611 implements MigrationInterface {
  name = 'TellBorderSystems1764100000611';

  async up(q: QueryRunner): Promise<void> {
    await q.query(ADDRESSES);
    await q.query(CALLBACKS);
    await q.query(GUARD);
    await q.query(RIGHTS);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const IS_ADDRESS = `length(callback_url) <= 500 and callback_url ~ '^https?://[^\\s@?#]+$'`;

const ADDRESSES = `
  alter table border_client add column callback_url text
    constraint border_client_callback check (${IS_ADDRESS});
  alter table border_proposal add column callback_url text
      constraint border_proposal_callback check (${IS_ADDRESS}),
    alter column kid drop not null,
    alter column public_jwk drop not null,
    drop constraint border_proposal_kind_check,
    add constraint border_proposal_kind check (kind in ('register', 'add_key', 'set_callback')),
    drop constraint border_proposal_of_kind,
    add constraint border_proposal_of_kind check (
      (kind = 'register') = (num_nulls(name, programme_code, ports) = 0)
      and (kind = 'register') = (num_nonnulls(name, programme_code, ports) > 0)
      and (kind = 'set_callback') = (callback_url is not null)
      and (kind = 'set_callback') = (kid is null) and (kid is null) = (public_jwk is null));
`;

const CALLBACKS = `
  create table border_callback (
    id uuid primary key,
    client_id uuid not null references border_client (id),
    batch_id uuid not null references movement_batch (id),
    state text not null default 'waiting' constraint border_callback_state check (state in
      ('waiting', 'taken', 'given_up')),
    tries integer not null default 0 constraint border_callback_tries check (tries between 0 and 8),
    fault text constraint border_callback_fault check (fault in ('unreachable', 'too_slow',
      'refused', 'redirected', 'private_address', 'no_address')),
    status integer,
    added_at timestamptz not null default clock_timestamp(),
    tried_at timestamptz,
    next_at timestamptz not null default clock_timestamp(),
    constraint border_callback_of_batch unique (batch_id)
  );
  create index border_callback_of_client on border_callback (client_id, id);
  create index border_callback_waiting on border_callback (next_at) where state = 'waiting';
`;

const GUARD = `
  create or replace function app.guard_border_client() returns trigger language plpgsql as $$
  begin
    if app.process() is not null and not (case tg_op
        when 'INSERT' then new.state = 'active' and new.callback_url is null
          and exists (select from public.border_proposal p
            where p.client_id = new.id and p.kind = 'register' and p.state = 'confirmed'
              and (p.name, p.programme_code, p.ports) = (new.name, new.programme_code, new.ports))
        else case when new.callback_url is not distinct from old.callback_url
          then new.state = 'blocked'
          else new.state = old.state and (new.callback_url is null
            or new.callback_url = (select p.callback_url from public.border_proposal p
              where p.client_id = new.id and p.kind = 'set_callback' and p.state = 'confirmed'
              order by p.decided_at desc, p.id desc limit 1)) end end) then
      raise exception 'border client %: two people let it in, and nobody again', new.id
        using errcode = 'VB005';
    end if;
    return new;
  end $$;
`;

const RIGHTS = `
  grant update (callback_url) on border_client to officer;
  grant select, insert (id, client_id, batch_id),
    update (state, tries, fault, status, tried_at, next_at) on border_callback to worker;
  grant select on border_callback to officer, auditor;
`;
