// What the processor would list of the invented money, as the books have it: otherwise each of these
// bonds were a difference on the treasury's desk. The emulator, which tells a balance, knows none of it.

export const MOVED: readonly string[] = [
  `with booked as (
     select c.payment, split_part(t.cause, ':', 1) as object, t.cause, t.currency,
       min(t.happened_at) as at,
       sum(case when t.debit = 'processor:clearing' then t.amount else -t.amount end) as amount
     from seed_case c cross join lateral unnest(array[c.bond, c.payment]) owner
     join ledger.transfer t on t.owner_id = owner
     where 'processor:clearing' in (t.debit, t.credit) and t.phase in ('post', 'settle')
       and t.code not in ('matched', 'fee')
     group by c.payment, t.cause, t.currency
   ), moved as (
     insert into processor_movement (id, category, source_id, object_id, amount_minor, fee_minor,
       currency, is_automatic, created_at, available_on)
     select 'txn_' || case when f.amount is null then md5(b.cause) else pg_temp.hex(b.payment) end,
       case when b.object like 'pi\\_%' then 'charge'
         when b.object like 'du\\_%' then case when b.amount < 0 then 'dispute' else 'dispute_reversal' end
         when b.amount < 0 then 'refund' else 'refund_failure' end,
       b.object, b.object, b.amount, coalesce(f.amount, 0), b.currency, false, b.at, b.at
     from booked b
     left join ledger.transfer f on f.owner_id = b.payment and f.code = 'fee'
       and b.cause like '%:paid'
     returning currency, amount_minor - fee_minor as net
   )
   insert into movement_total (currency, net_minor, movements)
   select currency, sum(net), count(*) from moved group by currency order by currency
   on conflict (currency) do update set
     net_minor = movement_total.net_minor + excluded.net_minor,
     movements = movement_total.movements + excluded.movements`,
];
