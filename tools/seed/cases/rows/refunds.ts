// Decisions of rules to return money, and the disbursements that return it.
import { AT, BEGUN, SINCE, AMOUNT, CURRENCY, having, where, has } from './words.ts';

const OWNER = {
  bond: { parts: ['first'], kind: 'bond', id: 'c.bond', rule: 'R15a', amount: AMOUNT },
  surplus: {
    parts: ['spare'],
    kind: 'received_payment',
    id: 'c.payment',
    rule: 'R6',
    amount: '5000',
  },
} as const;

/** The decision, the refund and the id by which its disbursements find it. */
const refundOf = ({ parts, kind, id, rule, amount }: (typeof OWNER)[keyof typeof OWNER]) => `
  with made as (
    select c.*, ${BEGUN} as at, pg_temp.id_at(${BEGUN}) as decision, pg_temp.id_at(${BEGUN}) as refund,
      (select ${SINCE} from seed_parts p join seed_step d on d.story = p.story and d.part = p.part
         and d.event = 'processor_succeeded' and d.to_state = p.state
       where p.story = c.story and p.part in ('${parts[0]}'${kind === 'bond' ? `, 'second'` : ''})) as returned_at,
      p.state = 'due' as waits
    from ${having(...parts)}
  ), decision as (
    insert into ledger.decision (id, owner_id, refund, currency, rule, decided_at)
    select c.decision, ${id}, ${amount}, ${CURRENCY}, '${rule}', c.at from made c
  ), refund as (
    insert into refund (id, owner_kind, owner_id, bond_id, case_id, reference, applicant_account_id,
      payer_account_id, payer_contact_point_id, decision_id, amount_minor, currency, rule,
      created_at, zone, promised_by, returned_on, programme_code, border_client_id, waits_because)
    select c.refund, '${kind}', ${id}, c.bond, c.visa_case, c.reference, c.account, c.account, c.point,
      c.decision, ${amount}, ${CURRENCY}, '${rule}', c.at, k.time_zone,
      (c.at at time zone k.time_zone)::date + 30, (c.returned_at at time zone k.time_zone)::date,
      k.programme_code, ${kind === 'bond' ? '(select client from seed_border)' : 'null'},
      case when c.waits then 'ceiling_programme' end
    from made c join consulate k on k.id = c.consulate
  )
  select 1`;

/** One disbursement: its reserve, its row, and what became of it in the books. */
const disbursementOf = (
  part: string,
  attempt: number,
  { id, amount }: (typeof OWNER)[keyof typeof OWNER],
) => {
  const RE = `'re_${part}' || pg_temp.hex(c.bond)`;
  const sent = has(part, 'sending_started');
  const known = `(${['processor_succeeded', 'processor_pending', 'processor_requires_action', 'processor_failed', 'processor_canceled'].map((event) => has(part, event)).join(' or ')})`;
  const resolve = (step: string, event: string, happened: string) =>
    `select ledger.${step}(${id}, d.reserve_seq, ${RE} || ':${happened}', ${AT})
     from ${where(part, event)}
     join disbursement d on d.owner_id = ${id} and d.attempt = ${attempt}`;
  return [
    `insert into disbursement (id, refund_id, attempt, route, processor_payment_id, owner_id,
       amount_minor, currency, reserve_seq, state, state_since, version, processor_refund_id,
       trace_number, failure_reason, sending_since, swept_at, approved_by, leaves_at,
       applicant_account_id, payer_account_id)
     select a.id, r.id, ${attempt}, 'processor', 'pi_' || pg_temp.hex(c.payment), ${id}, ${amount},
       ${CURRENCY},
       ledger.reserve(${id}, 'refund', 'processor:clearing', ${amount}, ${CURRENCY}, r.decision_id,
         'disbursement:' || a.id || ':reserved', ${BEGUN}),
       p.state, ${SINCE}, p.version, case when ${known} then ${RE} end,
       case when p.state = 'succeeded' then 'TRACE' || upper(left(pg_temp.hex(c.bond), 12)) end,
       case when p.state in ('failed', 'failed_after_success') then 'expired_or_canceled_card' end,
       case when ${sent} then c.opened_at + (select hours from seed_step t where t.story = c.story
         and t.part = '${part}' and t.event = 'sending_started') * c.pace * interval '1 hour' end,
       case when p.state in ('pending', 'requires_action', 'unknown')
         then now() - random() * interval '50 minutes' end,
       case when ${attempt} > 1 and p.state <> 'due' then w.treasury2 end,
       case when p.state = 'approved' then now() + interval '40 minutes' end, c.account, c.account
     from ${having(part)}
     join refund r on r.owner_id = ${id}
     cross join lateral (select pg_temp.id_at(${BEGUN}) as id) a`,
    resolve('void', 'processor_failed', 'failed'),
    resolve('void', 'processor_canceled', 'canceled'),
    resolve('settle', 'processor_succeeded', 'succeeded'),
    resolve('take_back', 'success_undone', 'failed_after_success'),
  ];
};

export const REFUNDS: readonly string[] = [
  refundOf(OWNER.surplus),
  ...disbursementOf('spare', 1, OWNER.surplus),
  refundOf(OWNER.bond),
  ...disbursementOf('first', 1, OWNER.bond),
  ...disbursementOf('second', 2, OWNER.bond),
];
