import { FIRST_ID, within } from './within.ts';

// The ledger's checks by owner. Each looks at the rows whose id is in the range, and finds what belongs
// to them by an index; whatever is in no row's range would be seen by nobody, so that both sides of
// a comparison have a range of their own.

const SUMS = `
  select 'sum zero: what is owed is where it lies' as "check", currency::text as offender
  from (select currency, -held as balance from ledger.account where ${within('owner_id')}
        union all
        select currency, case when debit in ('bond', 'suspense') then 0 else amount end
            - case when credit in ('bond', 'suspense') then 0 else amount end
        from ledger.transfer where phase in ('post', 'settle') and ${within('owner_id')}) b
  group by currency having sum(balance) <> 0
  union all
  select 'account equals its transfers', coalesce(a.owner_id, t.owner_id)::text
  from (select * from ledger.account where ${within('owner_id')}) a full join (
      select owner_id, count(*) as n, max(seq) as newest,
        sum(case when phase not in ('post', 'settle') then 0
                 when credit in ('bond', 'suspense') then amount
                 when debit in ('bond', 'suspense') then -amount else 0 end) as held,
        sum(case phase when 'reserve' then amount when 'post' then 0 else -amount end) as reserved
      from ledger.transfer where ${within('owner_id')} group by owner_id) t using (owner_id)
  where (a.held, a.reserved, a.last_seq, a.last_seq) is distinct from
    (coalesce(t.held, 0), coalesce(t.reserved, 0), coalesce(t.newest, 0), coalesce(t.n, 0))
  union all
  select 'suspense: what is listed is what holds money', coalesce(a.owner_id, s.owner_id)::text
  from (select owner_id, (select happened_at from ledger.transfer t
            where t.owner_id = a.owner_id and credit = 'suspense' order by seq limit 1) as since
        from ledger.account a where kind = 'suspense' and held > 0 and ${within('owner_id')}) a
  full join (select * from ledger.suspense where ${within('owner_id')}) s using (owner_id)
  where a.since is distinct from s.since
  union all
  select 'bond: refunded + forfeited + charged back + held = paid + borne by the operator',
    owner_id::text
  from ledger.bond
  where ${within('owner_id')} and (refunded + forfeited + charged_back + held <> paid + borne
    or least(refunded, forfeited, charged_back, borne) < 0)
  union all
  select 'bond: the operator bears nothing while money is free', owner_id::text
  from ledger.bond where ${within('owner_id')} and borne > 0 and held > reserved
`;

const RECEIVED = `
  select 'received payment: booked once, in whole', id::text
  from (select p.id
        from ledger.received_payment p left join ledger.transfer t on t.payment_id = p.id
          and t.owner_id in (p.id, p.bond_id) and t.code in ('paid', 'unmatched')
        where ${within('p.id')} group by p.id having p.amount is distinct from sum(t.amount)
        union all
        select coalesce(t.payment_id, t.owner_id)
        from ledger.transfer t left join ledger.received_payment p on p.id = t.payment_id
        where t.code in ('paid', 'unmatched') and ${within('t.owner_id')}
          and (t.owner_id in (p.id, p.bond_id)) is not true) wrong
  union all
  select 'match: out of one account, into one bond', cause
  from (select o.cause
        from ledger.transfer o left join ledger.transfer i on i.code = 'matched'
          and i.credit = 'bond' and i.payment_id = o.owner_id and i.cause = o.cause
        where o.code = 'matched' and o.debit = 'suspense' and ${within('o.owner_id')}
          and (o.amount is distinct from i.amount or o.currency is distinct from i.currency)
        union all
        select i.cause from ledger.transfer i
        where i.code = 'matched' and i.credit = 'bond' and ${within('i.owner_id')}
          and not exists (select from ledger.transfer o where o.owner_id = i.payment_id
            and o.cause = i.cause and o.code = 'matched' and o.debit = 'suspense')) wrong
`;

const DECIDED = `
  select 'what settles or voids a reserve equals it', r.owner_id || ':' || r.seq
  from ledger.transfer r join ledger.transfer n on n.owner_id = r.owner_id and n.follows = r.seq
  where r.phase = 'reserve' and ${within('r.owner_id')} and (n.phase not in ('settle', 'void')
    or (n.code, n.debit, n.credit, n.amount, n.decision_id) is distinct from
       (r.code, r.debit, r.credit, r.amount, r.decision_id))
  union all
  select 'dispute: receivable is what is undecided', owner_id::text
  from (select owner_id,
          sum(case when debit = 'disputes:receivable' then amount else -amount end) as open,
          sum(case when code = 'withdrawn' and not exists (
                select from ledger.transfer n where n.owner_id = t.owner_id and n.follows = t.seq)
              then amount else 0 end) as undecided
        from ledger.transfer t
        where 'disputes:receivable' in (debit, credit) and ${within('owner_id')}
        group by owner_id) d
  where open <> undecided
  union all
  -- What left late, after its reserve was voided, is a fact and no use of the decision; nor is its
  -- return. A decision moves its owner's money and nobody else's, so one owner's transfers are all.
  select 'decision: made by a rule or two people, and not overdrawn', u.decision_id::text
  from (select t.owner_id, t.decision_id,
          sum(case when t.code in ('forfeit', 'rescinded') then 0
                   when t.phase = 'reserve' then t.amount
                   when t.phase = 'void' or t.code = 'bounced' and f.phase = 'settle' then -t.amount
                   else 0 end) as refund,
          sum(case when t.code <> 'forfeit' then 0 when t.phase = 'reserve' then t.amount
                   when t.phase = 'void' then -t.amount else 0 end) as forfeit
        from ledger.transfer t
        left join ledger.transfer f on f.owner_id = t.owner_id and f.seq = t.follows
        where t.decision_id is not null and ${within('t.owner_id')}
        group by t.owner_id, t.decision_id) u
  join ledger.decision d on d.id = u.decision_id
  where d.owner_id <> u.owner_id or d.rule is null and d.approved_by is null
    or u.refund > d.refund or u.forfeit > d.forfeit
`;

// Ids as the processor makes them (pi_…, re_…). A payment that is split has two owners and so may
// its dispute; nothing else of one object belongs to two. A recovery only follows from what happened.
// An object may turn up with any owner, and an index on it would cost each transfer: this check
// alone reads all transfers, once in each pass, with its first part.
const OBJECTS = `
  select 'processor object: each thing that happened to it is booked once',
    o.object || ' ' || o.code
  from (select split_part(cause, ':', 1) as object, phase, cause collate "C" as cause,
          case when code in ('paid', 'unmatched') then 'received' else code end as code,
          coalesce(payment_id, owner_id)::text collate "C" as subject
        from ledger.transfer
        where app.oracle_first() = '${FIRST_ID}' and cause ~ '^[a-z]+_' and code <> 'recovered') o
  group by o.object, o.phase, o.code
  having min(o.cause) <> max(o.cause)
    or o.code in ('received', 'fee', 'refund', 'bounced') and min(o.subject) <> max(o.subject)
`;

export const LEDGER_ORACLE = `
  create or replace view ledger.oracle as
  ${[SUMS, RECEIVED, DECIDED, OBJECTS].join(' union all ')};
`;

/** What the checks look at, in the order of its ids: where a part ends is found by it. */
export const LEDGER_KEYS = `
  create view ledger.oracle_key as
  select owner_id as id from ledger.account
  union all select owner_id from ledger.transfer
  union all select id from ledger.received_payment
  union all select id from ledger.decision;
`;
