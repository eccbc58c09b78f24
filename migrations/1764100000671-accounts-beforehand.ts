import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A payer may say beforehand to which bank account a refund goes if it cannot go back as it came (R12).
 * What is sealed is sealed as the account of a rescue already: nobody reads it here, and one function
 * lets its payer use it, unopened, once the treasury asks.
 * Locks: bond for an instant, for the foreign key. Back out: drop the function and the table.
 */
export class AccountsBeforehand1764100000671 implements MigrationInterface {
  name = 'AccountsBeforehand1764100000671';

  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLE);
    await q.query(RIGHTS);
    await q.query(USE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const TABLE = `
  create table fallback_account (
    id uuid primary key,
    bond_id uuid not null references bond (id),
    payer_account_id uuid not null references account (id),
    kind text not null constraint fallback_account_kind check (kind in ('iban', 'us')),
    sealed bytea not null,
    last_four char(4) not null
      constraint fallback_account_last_four check (last_four ~ '^[0-9A-Z]{4}$'),
    given_at timestamptz not null,
    ended_at timestamptz constraint fallback_account_ended check (ended_at >= given_at)
  );
  create unique index fallback_account_one on fallback_account (bond_id, payer_account_id)
    where ended_at is null;
`;

const RIGHTS = `
  grant insert, update (ended_at) on fallback_account to portal;
  grant select (id, bond_id, payer_account_id, kind, last_four, given_at, ended_at)
    on fallback_account to portal, officer, auditor;

  alter table fallback_account enable row level security;
  alter table fallback_account force row level security;
  create policy own on fallback_account to migrator, portal using (
    (select app.scope()) = 'applicant' and payer_account_id = (select app.actor()));
  create policy by_staff on fallback_account to officer using ((select app.scope() = 'staff'));
  create policy auditor on fallback_account for select to auditor using (true);
  create policy payer_gives on fallback_account as restrictive for insert to portal
    with check (ended_at is null and exists (select from bond b where b.id = bond_id
      and b.payer_account_id = fallback_account.payer_account_id
      and b.state not in ('lapsed', 'withdrawn', 'closed')));
  create policy payer_ends on fallback_account as restrictive for update to portal
    using (ended_at is null) with check (ended_at is not null);
`;

// The 48 hours began when it was given.
const USE = `
  create function app.use_fallback_account(rescue uuid) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
  declare
    f fallback_account;
  begin
    select a.* into f from rescue r join refund d on d.id = r.refund_id
      join fallback_account a on a.bond_id = d.bond_id
        and a.payer_account_id = r.payer_account_id and a.ended_at is null
    where r.id = use_fallback_account.rescue and r.state = 'asked'
      and r.payer_account_id = app.actor();
    if f.id is null then return null; end if;
    update fallback_account set ended_at = app.legal_now() where id = f.id;
    insert into rescue_account (id, rescue_id, payer_account_id, kind, sealed, last_four,
      given_at, usable_from)
    values (f.id, use_fallback_account.rescue, f.payer_account_id, f.kind, f.sealed, f.last_four,
      f.given_at, f.given_at + interval '48 hours');
    return f.id;
  end $$;
  revoke execute on function app.use_fallback_account(uuid) from public;
  grant execute on function app.use_fallback_account(uuid) to portal;
`;
