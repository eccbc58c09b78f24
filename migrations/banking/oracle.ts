import { within } from '../ranges/within.ts';

// The oracle of statements: each goes on from the one before it to the cent, every entry is matched or
// open, what is matched has the same amount in the books, and two people stand behind what was booked.

const CHAIN = `
  select 'statement: its entries make what it adds to the one before it' as "check",
    s.id::text as offender
  from bank_statement s left join bank_statement p on p.id = s.follows
  left join lateral (select coalesce(sum(e.amount_minor), 0) as sum, count(*) as entries
    from bank_entry e where e.statement_id = s.id and e.account = s.account
      and e.currency = s.currency) e on true
  where ${within('s.id')} and (e.entries <> s.entries
    or s.closing_minor - coalesce(p.closing_minor, s.opening_minor) <> e.sum
    or s.follows is not null and ((p.account, p.currency) is distinct from (s.account, s.currency)
      or p.to_on > s.to_on))
`;

const MATCHED = `
  select 'statement: an entry is matched or open, and not both', e.id::text
  from bank_entry e join bank_statement s on s.id = e.statement_id
  where ${within('e.id')} and s.taken_at is not null
    and exists (select from bank_match m where m.entry_id = e.id)
      = exists (select from bank_open o where o.id = e.id and o.amount_minor = e.amount_minor)
  union all
  select 'statement: what is matched is the same in the books', e.id::text
  from bank_entry e cross join lateral (
    select sum(case when t.debit = 'bank:escrow' then t.amount else -t.amount end) as sum,
      bool_and(coalesce(t.currency = e.currency and t.phase in ('post', 'settle')
        and (t.debit = 'bank:escrow' or t.credit = 'bank:escrow'), false)) as is_money
    from bank_match m left join ledger.transfer t using (owner_id, seq)
    where m.entry_id = e.id having count(*) > 0) b
  where ${within('e.id')} and (b.sum is distinct from e.amount_minor or not b.is_money)
`;

const BOOKED = `
  select 'statement: two people stand behind what was booked by it', t.owner_id || ':' || t.seq
  from ledger.account a join ledger.transfer t on t.owner_id = a.owner_id
  where ${within('a.owner_id')} and a.kind = 'treasury' and t.cause like 'bank\\_%:moved'
    and not exists (select from bank_match m
      join money_difference d on d.object_id = split_part(t.cause, ':', 1)
      where m.owner_id = t.owner_id and m.seq = t.seq and m.way = 'booked'
        and d.object_id = 'bank_' || replace(m.entry_id::text, '-', '')
        and d.kind = 'bank_only' and d.currency = t.currency and d.confirmed_by is not null)
`;

export const BANKING_ORACLE = `
  create schema banking;
  grant usage on schema banking to worker, auditor;
  create view banking.oracle with (security_invoker = true) as
  ${[CHAIN, MATCHED, BOOKED].join(' union all ')};
  create view banking.oracle_key with (security_invoker = true) as
    select id from bank_statement union all select id from bank_entry union all
    select owner_id from ledger.account where kind = 'treasury';
  grant select on banking.oracle, banking.oracle_key to worker, auditor;
`;
