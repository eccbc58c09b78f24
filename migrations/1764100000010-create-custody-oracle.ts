import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The oracle of custody: whose money it is, where it may go and how much. It holds case, bond,
 * payment, refund and attempt against each other and against the ledger, where the other oracles
 * hold each against its own books. A schema of its own, since no one library owns what it compares.
 * The auditor may see whose a contact point is, never the address.
 * Locks: none on rows; a policy and a grant on contact_point, for an instant.
 * Back out: drop the schema custody.
 */
export class CreateCustodyOracle1764100000010 implements MigrationInterface {
  name = 'CreateCustodyOracle1764100000010';

  async up(q: QueryRunner): Promise<void> {
    await q.query(RIGHTS);
    await q.query(ORACLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const RIGHTS = `
  grant select (id, account_id) on contact_point to auditor;
  create policy auditor on contact_point for select to auditor using (true);
`;

// Two steps of who pays: the case names the applicant, the undertaking names the payer; bond, refund
// and attempt only repeat them.
const PEOPLE = `
  select 'bond: it is of its case and its applicant' as "check", b.id::text as offender
  from bond b join visa_case c on c.id = b.case_id
  where (b.applicant_account_id, b.reference) is distinct from (c.applicant_account_id, c.reference)
  union all
  select 'bond: whoever posted it signed for it', b.id::text
  from bond b
  where b.held_at is not null and not exists (select from undertaking u
    where u.bond_id = b.id and u.payer_account_id = b.payer_account_id)
  union all
  select 'bond: its payer is written to at an address of the payer', b.id::text
  from bond b left join contact_point p on p.id = b.payer_contact_point_id
  where p.account_id is distinct from b.payer_account_id
  union all
  select 'payment: it asks what its bond asks, of the same people', p.id::text
  from payment p join bond b on b.id = p.bond_id
  where (p.amount_minor, p.currency, p.applicant_account_id)
    is distinct from (b.amount_minor, b.currency, b.applicant_account_id)
  union all
  select 'refund: it is of its bond, its case and its payer', r.id::text
  from refund r left join bond b on b.id = r.bond_id
  where r.bond_id is not null
    and (r.case_id, r.reference, r.applicant_account_id, r.payer_account_id,
      r.payer_contact_point_id)
    is distinct from (b.case_id, b.reference, b.applicant_account_id, b.payer_account_id,
      b.payer_contact_point_id)
  union all
  select 'disbursement: it is of the people of its refund', d.id::text
  from disbursement d join refund r on r.id = d.refund_id
  where (d.applicant_account_id, d.payer_account_id)
    is distinct from (r.applicant_account_id, r.payer_account_id)
`;

// The cause of money coming in names the processor's payment (pi_1:paid), and the books are only
// added to: so it is what the rows that are updated are held against.
const WAYS = `
  select 'payment: booked under the processor''s payment that it names', p.id::text
  from payment p join ledger.received_payment r on r.id = p.received_payment_id
  where r.cause is distinct from p.processor_payment_id || ':paid'
  union all
  select 'ledger: money that came by one of our payments is that payment''s', r.id::text
  from ledger.received_payment r join payment p on r.cause = p.processor_payment_id || ':paid'
  where p.received_payment_id is distinct from r.id
  union all
  select 'received payment: where it went is what was booked', r.id::text
  from ledger.received_payment r
  join ledger.transfer t on t.payment_id = r.id and t.code in ('paid', 'unmatched')
  where t.cause <> r.cause or t.currency <> r.currency
    or t.code = 'paid' and (t.owner_id, t.amount) is distinct from (r.bond_id, r.to_bond)
    or t.code = 'unmatched' and (t.owner_id, t.amount) <> (r.id, r.amount - r.to_bond)
  union all
  select 'refund: it gives back what its owner received', r.id::text
  from refund r
  where not exists (select from ledger.account a where a.owner_id = r.owner_id
      and a.kind = case r.owner_kind when 'bond' then 'bond' else 'suspense' end)
    or r.owner_kind = 'received_payment' and exists (select from payment p
      where p.received_payment_id = r.owner_id and p.bond_id is distinct from r.bond_id)
  union all
  select 'disbursement: it goes back by a payment that brought this money', d.id::text
  from disbursement d
  where not exists (select from ledger.transfer t
    join ledger.received_payment r on r.id = t.payment_id
    where t.owner_id = d.owner_id and t.credit in ('bond', 'suspense')
      and r.cause = d.processor_payment_id || ':paid')
  union all
  select 'disbursement: its reserve is the one made for it', d.id::text
  from disbursement d
  where not exists (select from ledger.transfer t
    where t.owner_id = d.owner_id and t.seq = d.reserve_seq
      and t.cause = 'disbursement:' || d.id || ':reserved'
      and t.credit = 'processor:clearing')
  union all
  select 'decision: refund and ledger name the same rule', r.id::text
  from refund r join ledger.decision d on d.id = r.decision_id
  where d.rule is not null and d.rule is distinct from r.rule
`;

// Nothing may come to rest: money that is held has a case that goes on, and a bond that was
// cancelled has its refund.
const GOING_ON = `
  select 'bond: while it is held, its case goes on', b.id::text
  from bond b join visa_case c on c.id = b.case_id
  where b.state = 'held' and c.state not in ('bond_posted', 'visa_issued', 'travelling')
  union all
  select 'bond: it has its direction, its case and its payments', b.id::text
  from bond b
  where not exists (select from bond_direction d where d.id = b.direction_id)
    or not exists (select from visa_case c where c.id = b.case_id)
    or b.held_at is not null and not exists (select from payment p
      join ledger.received_payment r on r.id = p.received_payment_id
      where p.bond_id = b.id and r.bond_id = b.id)
  union all
  select 'bond: cancelled is being returned', b.id::text
  from bond b
  where b.state = 'cancelled' and not exists (select from refund r
    where r.owner_kind = 'bond' and r.owner_id = b.id)
  union all
  select 'account: each transfer is of its kind and currency', a.owner_id::text
  from ledger.account a join ledger.transfer t on t.owner_id = a.owner_id
  where t.currency <> a.currency
    or t.debit in ('bond', 'suspense') and t.debit <> a.kind
    or t.credit in ('bond', 'suspense') and t.credit <> a.kind
`;

const ORACLE = `
  create schema custody;
  grant usage on schema custody to worker, auditor;
  create view custody.oracle with (security_invoker = true) as
  ${PEOPLE} union all ${WAYS} union all ${GOING_ON};
  grant select on custody.oracle to worker, auditor;
`;
