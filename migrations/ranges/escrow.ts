import { within } from './within.ts';

// The bonds' checks, each by the id of what it looks at.
const CREATE = `
  create or replace view escrow.oracle with (security_invoker = true) as`;

const CHECKS = `
    select 'asked by somebody who sees no bonds' as "check", current_user::text as offender
    where app.scope() not in ('staff', 'system') and app.login() is distinct from 'auditor'
      and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
    union all
    select 'bond: held in full is in the ledger in full, and unpromised', b.id::text
    from bond b left join ledger.account a on a.owner_id = b.id
    where ${within('b.id')} and b.state in ('held', 'evidence_requested', 'referred', 'notice_given',
        'not_breached', 'overturned')
      and (a.held, a.reserved, a.currency) is distinct from (b.amount_minor
          - coalesce((select sum(t.amount)
            from reversal v join ledger.transfer t on t.owner_id = v.bond_id
              and t.code in ('returned_elsewhere', 'charged_back')
              and t.cause in (v.processor_object || ':left', v.processor_object || ':lost')
            where v.bond_id = b.id and v.money = 'left' and not exists (select from reversal w
              where w.bond_id = b.id and w.outcome = 'post_again' and w.state = 'settled'
                and w.state_since >= v.state_since)), 0)::bigint, 0::bigint, b.currency)
    union all
    select 'bond: without money in its state is without money in the ledger', b.id::text
    from bond b join ledger.account a on a.owner_id = b.id
    where ${within('b.id')} and a.held > 0
      and b.state in ('required', 'payment_started', 'lapsed', 'withdrawn', 'closed')
    union all
    select 'ledger: every bond account has its bond', a.owner_id::text
    from ledger.account a left join bond b on b.id = a.owner_id
    where ${within('a.owner_id')} and a.kind = 'bond' and b.id is null
    union all
    select 'payment: paid has its receipt, whole and for its bond', p.id::text
    from payment p left join ledger.received_payment r on r.id = p.received_payment_id
    where ${within('p.id')} and p.received_payment_id is not null
      and (p.state not in ('paid', 'inquiry', 'disputed', 'charged_back')
        or r.id is null or r.currency <> p.currency and r.bond_id is not null
        or r.bond_id <> p.bond_id)
    union all
    select 'ledger: what a bond received has its payment', r.id::text
    from ledger.received_payment r left join payment p on p.received_payment_id = r.id
    where ${within('r.id')} and r.bond_id is not null and p.id is null
    union all
    select 'bond: a case waits for its bond just as long', b.id::text
    from bond b join visa_case c on c.id = b.case_id
    where ${within('b.id')} and (
      (c.state = 'bond_required') <> (b.state in ('required', 'payment_started'))
      or c.state = 'bond_lapsed' and b.state <> 'lapsed'
      or c.state = 'bond_posted' and b.state in ('lapsed', 'withdrawn'))
    union all
    select 'direction: the bond asks what was directed', b.id::text
    from bond b join bond_direction d on d.id = b.direction_id
    where ${within('b.id')} and (d.state, d.case_id, d.amount_minor, d.currency)
      is distinct from ('approved', b.case_id, b.amount_minor, b.currency)`;

export const ESCROW_ORACLE = `${CREATE}${CHECKS};`;

// Days are counted one by one here and in one sum by the sweep, so that each proves the other. Not those of
// money: news of it comes after the fact, and a bond may have lapsed rightly by what was known.
const LAPSES = `
    select 'bond: it lapsed after its days to post, without those of a pause', b.id::text
    from bond b
    join visa_case v on v.id = b.case_id
    join consulate k on k.id = v.consulate_id
    where ${within('b.id')} and b.state = 'lapsed'
      and b.state_since <= (b.post_by at time zone k.time_zone + make_interval(days => (
          select count(distinct d.day)::integer
          from escrow.posting_pause p
          cross join lateral generate_series(
            date_trunc('day', p.started_at at time zone k.time_zone),
            date_trunc('day', p.ended_at at time zone k.time_zone) - interval '1 day',
            interval '1 day') d (day)
          where p.bond_id = b.id and p.reason <> 'money_being_settled'))) at time zone k.time_zone`;

export const ESCROW_ORACLE_WITH_PAUSES = `${CREATE}${CHECKS}
    union all${LAPSES};`;

// Who pays is the applicant, or who took the bond on in their own name.
const PAYERS = `
    select 'bond: its payer is its applicant, or took it on', b.id::text
    from bond b
    where ${within('b.id')} and b.payer_account_id is distinct from coalesce(
      (select i.payer_account_id from payer_invitation i
       where i.bond_id = b.id and i.state = 'accepted'), b.applicant_account_id)
    union all
    select 'invitation: it is of its bond, and its steps were taken by who may', i.id::text
    from payer_invitation i left join bond b on b.id = i.bond_id
    where ${within('i.id')} and (b.applicant_account_id is distinct from i.applicant_account_id
      or i.state in ('accepted', 'ended') and not exists (select from payer_invitation_history h
        where h.owner_id = i.id and h.event = 'accepted' and h.actor_id = i.payer_account_id)
      or i.state = 'ended' and not exists (select from payer_invitation_history h
        where h.owner_id = i.id and h.event = 'ended'
          and h.actor_id in (i.applicant_account_id, i.payer_account_id)))`;

export const ESCROW_ORACLE_WITH_PAYERS = `${CREATE}${CHECKS}
    union all${LAPSES}
    union all${PAYERS};`;

// What came to the account of a transfer and was not taken by its payment, by the id of what was received.
const CASH = `
    select 'payer''s cash: it came to the account of a transfer, for its bond', c.received_payment_id::text
    from payer_cash c
      left join payment p on p.id = c.payment_id
      left join ledger.received_payment r on r.id = c.received_payment_id
      left join suspense_entry e on e.received_payment_id = c.received_payment_id
      left join refund f on f.owner_id = c.received_payment_id
    where ${within('c.received_payment_id')} and (p.id is null or p.way <> 'bank_transfer'
      or p.processor_customer_id is null or r.id is null or r.bond_id is not null
      or left(r.cause, 8) <> 'ccsbtxn_' or e.bond_id is distinct from p.bond_id
      or f.bond_id is distinct from p.bond_id)
    union all
    select 'ledger: what a payer''s cash brought has its transfer', r.id::text
    from (select id, cause from ledger.received_payment
          where ${within('id')} and left(cause, 8) = 'ccsbtxn_' offset 0) r
    where not exists (select from payer_cash c where c.received_payment_id = r.id)`;

export const ESCROW_ORACLE_WITH_CASH = `${CREATE}${CHECKS}
    union all${LAPSES}
    union all${PAYERS}
    union all${CASH};`;

export const ESCROW_KEYS = `
  create view escrow.oracle_key with (security_invoker = true) as
  select id from bond union all select id from payment;
`;

export const ESCROW_KEYS_WITH_PAYERS = `
  create or replace view escrow.oracle_key with (security_invoker = true) as
  select id from bond union all select id from payment union all select id from payer_invitation;
`;
