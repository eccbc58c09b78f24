import { receivedPaymentIdOf } from '#bond-escrow';

/** SQL: what is neither a receipt nor its fee, as the index `transfer_of_object` has it. */
export const NO_RECEIPT = `t.phase <> 'reserve'
  and t.code not in ('paid', 'unmatched', 'matched', 'fee')
  and (t.debit = 'processor:clearing' or t.credit = 'processor:clearing')`;

/** The parameters of BOOKED: objects of the processor, and what the ledger would call their receipts. */
export const wantedBy = (objectIds: readonly string[]): [string[], string[]] => {
  const ids = [...new Set(objectIds)];
  return [ids, ids.map(receivedPaymentIdOf)];
};

/** SQL: a row of the books as it is shown, once however it was found. */
const ROW = `t.owner_id, t.seq, t.currency, t.cause, t.line, t.code, t.happened_at, t.learned_at,
  case when t.debit = 'processor:clearing' then t.amount else -t.amount end as net,
  t.cause like '%:fee' as is_fee`;

/**
 * SQL: `wanted` and `booked` for a `with`: what the books say moved at the processor, row by row and by
 * object. A receipt is found by its owner, whose id its payment has or is made from the object's, a fee
 * by whose payment it was kept of, its own or the one that a dispute took; all else by the object that
 * its cause names, or by a movement of it: each by itself (`offset 0`), since the planner knows nothing
 * of how many have one name, and would read all. What goes out of suspense and into a bond moves nothing.
 */
export const BOOKED = `
  wanted as (select * from unnest($1::text[], $2::uuid[]) as w (object_id, received_id)),
  receipt as (
    select w.object_id, r.id, r.bond_id, r.cause
    from (select object_id, received_id as id from wanted
          union select w.object_id, p.received_payment_id
          from wanted w join payment p on p.processor_payment_id = w.object_id) w
    join ledger.received_payment r using (id)
  ), named as (
    select object_id, object_id as name from wanted
    union select m.object_id, m.id from wanted w join processor_movement m using (object_id)
  ), booked as (
    select p.object_id, ${ROW}
    from receipt p cross join lateral unnest(array[p.id, p.bond_id]) owner
    join ledger.transfer t on t.owner_id = owner and t.cause = p.cause
    where t.code in ('paid', 'unmatched')
    union
    select m.object_id, ${ROW}
    from (select object_id, id from receipt
          union select w.object_id, v.received_payment_id
          from wanted w join reversal v on v.processor_object = w.object_id) payment
    join processor_movement m using (object_id)
    join ledger.transfer t on t.owner_id = payment.id and t.cause = m.id || ':fee'
    where t.code = 'fee'
    union
    select n.object_id, ${ROW}
    from named n cross join lateral (select * from ledger.transfer t
      where split_part(t.cause, ':', 1) = n.name and ${NO_RECEIPT} offset 0) t
    where t.phase in ('post', 'settle')
  )`;
