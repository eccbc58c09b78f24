// Money that left by no disbursement of ours, and border records.
import { AT, BEGUN, SINCE, of, AMOUNT, CURRENCY, having, where, has } from './words.ts';

const DISPUTED = has('payment', 'disputed');
const TOOK = `case when ${DISPUTED} then 'du_' else 're_left' end || pg_temp.hex(c.bond)`;
export const REVERSALS: readonly string[] = [
  `insert into reversal (id, kind, processor_object, processor_payment_id, received_payment_id,
     bond_id, case_id, reference, amount_minor, currency, money, state, state_since, version,
     happened_at, outcome, proposed_by, approved_by)
   select pg_temp.id_at(${BEGUN}), case when ${DISPUTED} then 'dispute' else 'refund' end, ${TOOK},
     'pi_' || pg_temp.hex(c.payment), c.payment, c.bond, c.visa_case, c.reference, ${AMOUNT}, ${CURRENCY},
     case when p.state = 'undone' then 'back' when not ${DISPUTED} or ${has('payment', 'dispute_lost')}
       then 'left' else 'withdrawn' end,
     p.state, ${SINCE}, p.version, ${BEGUN},
     case when p.state in ('proposed', 'approved', 'settled') then 'accepted' end,
     case when p.state in ('proposed', 'approved', 'settled') then w.treasury end,
     case when p.state in ('approved', 'settled') then w.treasury2 end
   from ${having('reversal')}`,
  `select case when ${DISPUTED}
     then ledger.withdrawn(c.payment, ${AMOUNT}, ${CURRENCY}, ${TOOK} || ':withdrawn', ${BEGUN})
     else ledger.returned_elsewhere(c.payment, ${AMOUNT}, ${CURRENCY}, ${TOOK} || ':left', ${BEGUN}) end
   from ${having('reversal')}`,
  `select ledger.decided(c.payment, ${TOOK} || ':withdrawn', false, ${TOOK} || ':lost', ${AT})
   from ${where('payment', 'dispute_lost')}`,
  `select ledger.came_back(c.payment, ${TOOK} || ':left', ${TOOK} || ':came_back', ${AT}, false)
   from ${where('reversal', 'undone')}`,
];

export const MOVEMENTS: readonly string[] = [
  `with made as (
     select c.*, ${BEGUN} as at, p.part, p.state, p.version, ${SINCE} as since,
       pg_temp.id_at(${BEGUN}) as batch
     from ${having('in', 'out')}
   ), batch as (
     insert into movement_batch (id, client_id, idempotency_key, body_sha256, received_at)
     select c.batch, b.client, c.part || c.reference, sha256(c.reference::bytea), c.at
     from made c, seed_border b
   )
   insert into movement (id, batch_id, client_id, record_id, kind, port_code, happened_at,
     document_state, document_token, document_sealed, content_token, person_id, document_id, state,
     state_since, version)
   select pg_temp.id_at(c.at), c.batch, b.client, c.part || c.reference,
     case c.part when 'in' then 'admitted' else 'departed' end, ${of('port')}, c.at, 'USA', c.number_token,
     c.document_sealed, sha256((c.part || c.reference)::bytea),
     case when c.state not in ('received', 'unmatched') then c.person end,
     case when c.state not in ('received', 'unmatched') then c.document end,
     c.state, c.since, c.version
   from made c, seed_border b`,
  `insert into movement_history (owner_id, seq, event, from_state, to_state, actor_kind, reason_code,
     happened_at, learned_at)
   select m.id, s.seq, s.event, s.from_state, s.to_state, 'system',
     case s.event when 'assessed' then case s.part when 'in' then 'admitted' else 'departed_in_time' end
       when 'set_aside' then 'not_the_admissions_document' end, ${AT}, ${AT}
   from seed_case c join seed_step s on s.story = c.story and s.part in ('in', 'out') and s.seq > 0
   join seed_border b on true
   join movement m on m.client_id = b.client and m.record_id = s.part || c.reference`,
];
