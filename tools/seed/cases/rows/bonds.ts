// Directions, bonds, what was signed, payments, and money as it came in.
import { AT, BEGUN, SINCE, of, AMOUNT, CURRENCY, having, where, has } from './words.ts';

export const BONDS: readonly string[] = [
  `insert into bond_direction (id, case_id, amount_minor, currency, reason_code, needs_second_person,
     state, proposed_by, proposed_at, decided_by, decided_at, decline_reason)
   select case p.state when 'approved' then c.bond else pg_temp.id_at(${BEGUN}) end, c.visa_case,
     case p.state when 'approved' then ${AMOUNT} else 500000 end, ${CURRENCY},
     case p.state when 'approved' then 'default' else 'ability_to_pay' end,
     p.state <> 'approved', p.state, w.officer, ${BEGUN},
     case p.state when 'declined' then w.second end,
     case when p.state <> 'proposed' then ${SINCE} end,
     case p.state when 'declined' then 'amount_not_justified' end
   from ${having('direction')}`,
  `insert into bond (id, case_id, reference, direction_id, amount_minor, currency, reason_code, state,
     state_since, version, directed_at, post_by, payer_account_id, payer_contact_point_id,
     applicant_account_id, held_at, looked_at)
   select c.bond, c.visa_case, c.reference, c.bond, ${AMOUNT}, ${CURRENCY}, 'default', p.state, ${SINCE},
     p.version, ${BEGUN}, c.post_by, c.account, c.point, c.account,
     c.opened_at + s.hours * c.pace * interval '1 hour', now() - random() * interval '20 hours'
   from ${having('bond')}
   left join seed_step s on s.story = c.story and s.part = 'bond' and s.event = 'money_arrived'`,
  `insert into undertaking (id, bond_id, version, language, text_sealed, text_sha256,
     signer_name_sealed, address_sealed, signed_at, post_by, payer_account_id)
   select c.undertaking, c.bond, ${of('wording')}, 'en', c.text_sealed, c.text_sha256, c.signer_sealed,
     c.network_sealed, ${BEGUN}, c.post_by, c.account
   from ${having('payment')}`,
  `insert into payment (id, bond_id, state, state_since, version, amount_minor, currency, return_url,
     cancel_url, language, session_expires_at, session_id, session_url, processor_payment_id,
     charge_id, received_payment_id, method, way, arrived_minor, applicant_account_id, created_at)
   select c.payment, c.bond, p.state, ${SINCE}, p.version, ${AMOUNT}, ${CURRENCY},
     'https://portal.example/cases', 'https://portal.example/cases', 'en',
     case when p.state in ('created', 'awaiting_payer', 'partially_funded', 'processing')
       then now() + interval '23 hours' else ${BEGUN} + interval '1 day' end,
     case when o.hours is not null then 'cs_test_' || pg_temp.hex(c.payment) end,
     case when o.hours is not null then 'https://checkout.example/' || pg_temp.hex(c.payment) end,
     case when s.hours is not null then 'pi_' || pg_temp.hex(c.payment) end,
     case when s.hours is not null then 'ch_' || pg_temp.hex(c.payment) end,
     case when s.hours is not null then c.payment end,
     case when s.hours is not null then 'card' end,
     case p.state when 'partially_funded' then 'bank_transfer' when 'processing' then 'bank_debit'
       else 'card' end,
     case p.state when 'partially_funded' then ${AMOUNT} / 2 end, c.account, ${BEGUN}
   from ${having('payment')}
   left join seed_step o on o.story = c.story and o.part = 'payment' and o.event = 'session_opened'
   left join seed_step s on s.story = c.story and s.part = 'payment' and s.event = 'paid'`,
];

/** What was paid beyond the bond: only where it went back. */
const SURPLUS = `case when exists (select from seed_parts x where x.story = c.story
  and x.part = 'spare') then 5000 else 0 end`;
const TO_BOND = `case when ${has('bond', 'money_arrived')} then ${AMOUNT} else 0 end`;

export const RECEIPTS: readonly string[] = [
  `select ledger.receive(c.payment, ${AMOUNT} + ${SURPLUS}, ${CURRENCY},
     case when ${has('bond', 'money_arrived')} then c.bond end, ${TO_BOND},
     'pi_' || pg_temp.hex(c.payment) || ':paid', ${AT})
   from ${where('payment', 'paid')}`,
  `select ledger.fee(c.payment, 29030, ${CURRENCY}, 'txn_' || pg_temp.hex(c.payment) || ':fee', ${AT})
   from ${where('payment', 'paid')}`,
  `insert into suspense_entry (received_payment_id, why, bond_id, received_minor, amount_minor,
     currency, arrived_at)
   select c.payment, why, c.bond, ${AMOUNT} + ${SURPLUS}, ${AMOUNT} + ${SURPLUS} - ${TO_BOND}, ${CURRENCY}, ${AT}
   from ${where('payment', 'paid')}
   cross join lateral (select case when ${TO_BOND} = 0 then 'bond_over' else 'more_than_asked' end
     as why) reason
   where ${AMOUNT} + ${SURPLUS} > ${TO_BOND}`,
];
