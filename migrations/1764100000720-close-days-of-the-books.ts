import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_ID } from './ranges/within.ts';

/**
 * What each account came to at the end of each day: the balance at any moment is then that of the day
 * before and what followed, and nobody adds up the whole past for a page.
 * Locks: none, the table is new. Back out: drop the function, the table and the schema closings.
 */
export class CloseDaysOfTheBooks1764100000720 implements MigrationInterface {
  name = 'CloseDaysOfTheBooks1764100000720';

  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLE);
    await q.query(CLOSE);
    await q.query(ORACLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const TABLE = `
  create table ledger.day_balance (
    day      date    not null, -- of the wall clock, UTC: by when a transfer was learned
    account  text    not null,
    currency char(3) not null,
    debits   bigint  not null check (debits >= 0),  -- of this day, minor units
    credits  bigint  not null check (credits >= 0),
    balance  bigint  not null, -- at its end, debit minus credit
    constraint day_balance_key primary key (day, account, currency)
  );
  create trigger append_only before update or delete or truncate on ledger.day_balance
    for each statement execute function ledger.refuse_change();
  grant select on ledger.day_balance to officer, worker, auditor;
`;

// A day that were closed while transfers can still be booked on it would leave them out for ever: no
// transaction of ours lasts an hour.
const CLOSE = `
  create function ledger.close_next_day()
    returns date language plpgsql security definer set search_path = ledger, pg_temp as $$
  declare
    v_last date;
    v_day date;
    v_from timestamptz;
    v_until timestamptz;
  begin
    lock table ledger.day_balance in share row exclusive mode;
    select max(day) into v_last from ledger.day_balance;
    v_day := coalesce(v_last + 1,
      (select (min(learned_at) at time zone 'UTC')::date from ledger.transfer));
    v_from := v_day::timestamp at time zone 'UTC';
    v_until := (v_day + 1)::timestamp at time zone 'UTC';
    if v_day is null or v_until + interval '1 hour' > clock_timestamp() then
      return null;
    end if;
    insert into ledger.day_balance (day, account, currency, debits, credits, balance)
    select v_day, account, currency, coalesce(m.debits, 0), coalesce(m.credits, 0),
      coalesce(b.balance, 0) + coalesce(m.debits, 0) - coalesce(m.credits, 0)
    from (select account, currency, sum(debits)::bigint as debits, sum(credits)::bigint as credits
          from (select debit as account, currency, amount as debits, 0 as credits
                from ledger.transfer where phase in ('post', 'settle')
                  and learned_at >= v_from and learned_at < v_until
                union all
                select credit, currency, 0, amount
                from ledger.transfer where phase in ('post', 'settle')
                  and learned_at >= v_from and learned_at < v_until) sides
          group by account, currency) m
    full join (select account, currency, balance from ledger.day_balance where day = v_last) b
      using (account, currency);
    return v_day;
  end $$;
  revoke execute on function ledger.close_next_day() from public;
  grant execute on function ledger.close_next_day() to worker;
`;

// Looked at once in a pass, with its first part. That a day equals its transfers is looked at for the
// last five weeks, which an index finds; a change further back would break what was built on it.
const ORACLE = `
  create schema closings;
  grant usage on schema closings to worker, auditor;
  create view closings.oracle with (security_invoker = true) as
  select 'closed day: adds up to zero' as "check", day || ' ' || currency as offender
  from ledger.day_balance where app.oracle_first() = '${FIRST_ID}'
  group by day, currency having sum(balance) <> 0 or sum(debits) <> sum(credits)
  union all
  select 'closed day: goes on from the day before it',
    coalesce(d.day, b.day + 1) || ' ' || coalesce(d.account, b.account)
      || ' ' || coalesce(d.currency, b.currency)
  from (select * from ledger.day_balance where app.oracle_first() = '${FIRST_ID}') d
  full join (select * from ledger.day_balance
      where app.oracle_first() = '${FIRST_ID}'
        and day < (select max(day) from ledger.day_balance)) b
    on b.day + 1 = d.day and b.account = d.account and b.currency = d.currency
  where d.day is null or d.balance <> coalesce(b.balance, 0) + d.debits - d.credits
  union all
  select 'closed day: equals its transfers', coalesce(c.day, t.day) || ' '
    || coalesce(c.account, t.account) || ' ' || coalesce(c.currency, t.currency)
  from (select d.* from ledger.day_balance d
        where app.oracle_first() = '${FIRST_ID}' and d.debits + d.credits > 0
          and d.day > (select max(day) from ledger.day_balance) - 35) c
  full join (
      select (m.learned_at at time zone 'UTC')::date as day, m.account, m.currency,
        sum(m.debits) as debits, sum(m.credits) as credits
      from (select learned_at, debit as account, currency, amount as debits, 0 as credits, phase
            from ledger.transfer
            union all
            select learned_at, credit, currency, 0, amount, phase from ledger.transfer) m
      where app.oracle_first() = '${FIRST_ID}' and m.phase in ('post', 'settle')
        and m.learned_at >= (select greatest(min(day), max(day) - 34) from ledger.day_balance)
          ::timestamp at time zone 'UTC'
        and m.learned_at < ((select max(day) from ledger.day_balance) + 1)
          ::timestamp at time zone 'UTC'
      group by 1, 2, 3) t
    on t.day = c.day and t.account = c.account and t.currency = c.currency
  where (c.debits, c.credits) is distinct from (t.debits, t.credits);
  grant select on closings.oracle to worker, auditor;
`;
