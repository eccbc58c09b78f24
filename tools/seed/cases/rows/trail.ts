// What is written down about every step: history, trail, mail and the events of the processor.
import { AT, ACTOR_KIND, ACTOR } from './words.ts';

const historyOf = (table: string, owner: string, part: string, joined = '') =>
  `insert into ${table}_history (owner_id, seq, event, from_state, to_state, actor_kind, actor_id,
     reason_code, happened_at, learned_at)
   select ${owner}, s.seq, s.event, s.from_state, s.to_state, ${ACTOR_KIND}, ${ACTOR},
     case when s.event = 'refused' then 'return_not_shown'
       when s.event = 'information_requested' then 'document_unreadable'
       when s.event = 'closed' then 'departed_in_time'
       when s.event = 'cancelled' then 'R15a' when s.event = 'lapsed' then 'R9' end, ${AT}, ${AT}
   from seed_case c join seed_step s on s.story = c.story and s.part = '${part}' and s.seq > 0
   join seed_staff w on w.consulate = c.consulate ${joined}`;
const disbursementJoined = (attempt: number, owner: string) =>
  `join disbursement d on d.owner_id = ${owner} and d.attempt = ${attempt}`;

export const HISTORY: readonly string[] = [
  historyOf('visa_case', 'c.visa_case', 'case'),
  historyOf('bond', 'c.bond', 'bond'),
  historyOf('payment', 'c.payment', 'payment'),
  historyOf('disbursement', 'd.id', 'first', disbursementJoined(1, 'c.bond')),
  historyOf('disbursement', 'd.id', 'second', disbursementJoined(2, 'c.bond')),
  historyOf('disbursement', 'd.id', 'spare', disbursementJoined(1, 'c.payment')),
  historyOf('reversal', 'v.id', 'reversal', 'join reversal v on v.bond_id = c.bond'),
];

const SUBJECTS = `case s.part when 'case' then 'visa_case' when 'in' then 'movement' when 'out' then 'movement'
  when 'first' then 'disbursement' when 'second' then 'disbursement' when 'spare' then 'disbursement'
  else s.part end`;
export const TRAIL: readonly string[] = [
  `insert into audit_entry (id, at, legal_at, actor_kind, actor_id, request_id, action, subject_kind,
     subject_id, outcome, details)
   select pg_temp.id_at(${AT}), ${AT}, ${AT}, ${ACTOR_KIND}, ${ACTOR}, 'seed',
     case s.part when 'case' then 'case' else ${SUBJECTS} end || '.' || coalesce(s.event, 'recorded'),
     ${SUBJECTS},
     case ${SUBJECTS} when 'visa_case' then c.visa_case when 'payment' then c.payment else c.bond end,
     'done', jsonb_build_object('from', s.from_state, 'to', s.to_state)
   from seed_case c join seed_step s on s.story = c.story
   join seed_staff w on w.consulate = c.consulate`,
  `insert into mail (id, contact_point_id, template, params, state, attempts, problem, created_at,
     sent_at)
   select pg_temp.id_at(${AT}), c.point, t.template, jsonb_build_object('reference', c.reference),
     m.state, 1, case m.state when 'failed' then 'refused' end, ${AT},
     case m.state when 'sent' then ${AT} end
   from seed_case c join seed_mail t on t.story = c.story
   join seed_step s on s.story = t.story and s.part = t.part and s.seq = t.seq
   cross join lateral (select case when c.n % 2000 = 3 then 'failed'
     when c.n % 2000 = 2 then 'queued' else 'sent' end as state) m`,
  `insert into processor_event (id, type, object_id, object_kind, our_id, api_version, livemode,
     created_at, body_sha256, received_at, state, attempts, next_attempt_at, processed_at, problem)
   select 'evt_' || s.part || s.seq || e.nth || pg_temp.hex(c.payment), e.type,
     e.prefix || pg_temp.hex(case when e.kind = 'refund' then c.bond else c.payment end), e.kind,
     c.payment, '2026-06-24.preview', false, ${AT}, sha256(c.payment::text::bytea), ${AT}, t.state, 1,
     case t.state when 'received' then now() + interval '50 minutes' else ${AT} end,
     case when t.state <> 'received' then ${AT} end,
     case t.state when 'parked' then 'needs_a_person' when 'failed' then 'row_keeps_moving' end
   from seed_case c join seed_event e on e.story = c.story
   join seed_step s on s.story = e.story and s.part = e.part and s.seq = e.seq
   cross join lateral (select case when c.n % 8000 between 40 and 42
       and e.type = 'checkout.session.completed'
     then (array['received', 'parked', 'failed'])[c.n % 8000 - 39] else 'applied' end as state) t`,
];
