// All that may not depend on where a worker died: what a bond came to, at ours and at the processor's.
import type { TestBond } from '../test/support/world/bonds.ts';
import type { World } from '../test/support/world/world.ts';

export type FinalState = Readonly<Record<string, unknown>>;

/** Ids and times differ from one bond to the next; what is listed here does not. */
const OURS = `
  with mine as (
    select c.id as case_id, c.state as case_state, b.id as bond_id, b.state as bond_state
    from visa_case c left join bond b on b.case_id = c.id where c.id = $1),
  owners as (
    select bond_id as id from mine
    union select received_payment_id from payment where bond_id = (select bond_id from mine))
  select case_state as "case", bond_state as bond,
    (select jsonb_agg(event order by seq) from visa_case_history where owner_id = case_id)
      as "steps of the case",
    (select jsonb_agg(event order by seq) from bond_history where owner_id = bond_id)
      as "steps of the bond",
    (select jsonb_agg(state order by id) from payment p where p.bond_id = mine.bond_id) as payments,
    (select jsonb_agg(jsonb_build_array(rule, amount_minor, returned_on is not null) order by id)
      from refund r where r.bond_id = mine.bond_id) as refunds,
    (select jsonb_agg(jsonb_build_array(d.attempt, d.state, d.amount_minor) order by r.id, d.attempt)
      from disbursement d join refund r on r.id = d.refund_id where r.bond_id = mine.bond_id)
      as disbursements,
    (select jsonb_agg(jsonb_build_array(kind, state, money, outcome, amount_minor) order by id)
      from reversal v where v.bond_id = mine.bond_id) as reversals,
    (select jsonb_agg(jsonb_build_array(why, amount_minor) order by why)
      from suspense_entry s where s.bond_id = mine.bond_id) as suspense,
    (select jsonb_agg(jsonb_build_array(state, submissions, amount_minor) order by id)
      from dispute t where t.bond_id = mine.bond_id) as disputes,
    (select jsonb_agg(jsonb_build_array(w.kind, w.state) order by w.id) from dispute_answer w
      join dispute t on t.id = w.dispute_id where t.bond_id = mine.bond_id) as answers,
    (select jsonb_agg(jsonb_build_array(reason_code, state) order by id) from case_freeze f
      where f.case_id = mine.case_id) as freezes,
    (select jsonb_agg(state order by id) from evidence e where e.bond_id = mine.bond_id) as evidence,
    (select jsonb_agg(outcome order by id) from evidence_request q
      where q.bond_id = mine.bond_id) as "requests for evidence",
    (select jsonb_agg(jsonb_build_array(g.kind, g.state, g.outcome) order by g.id) from breach_file f
      join breach_ruling g on g.file_id = f.id where f.bond_id = mine.bond_id) as rulings,
    (select count(*)::int from breach_file f where f.bond_id = mine.bond_id) as files,
    (select jsonb_agg(step order by step) from (
      select jsonb_build_array(t.phase, t.code, t.amount, count(*)) as step
      from ledger.transfer t join owners o on o.id = t.owner_id
      group by t.phase, t.code, t.amount) steps) as books,
    (select jsonb_agg(jsonb_build_array(a.kind, a.held, a.reserved) order by a.kind)
      from ledger.account a join owners o on o.id = a.owner_id) as accounts,
    (select jsonb_agg(sent order by sent) from (
      select jsonb_build_array(template, count(*)) as sent from mail
      where contact_point_id = $2 group by template) mails) as mails
  from mine`;

/** Whatever is not done an hour later, by all workers together. */
export const LEFT = `
  select name || ' ' || state as left from pgboss.job
    where name !~ '^(mail|sweep)' and state not in ('completed', 'cancelled') and created_on >= $1
  union all
  select type || ' ' || state || coalesce(': ' || problem, '') from processor_event
    where state <> 'applied' and received_at >= $1`;

async function theirs(world: World, bondId: string): Promise<unknown[]> {
  const payments = await world.rows<{ pi: string | null; session: string | null }>(
    `select processor_payment_id as pi, session_id as session from payment
     where bond_id = $1 order by id`,
    bondId,
  );
  const seen: unknown[] = [];
  for (const { pi, session } of payments) {
    if (session) {
      const { status } = await world.stripe<{ status: string }>(`checkout/sessions/${session}`);
      seen.push(['session', status]);
    }
    if (!pi) continue;
    const list = `refunds?payment_intent=${pi}&limit=100`;
    const { data } = await world.stripe<{ data: { status: string; amount: number }[] }>(list);
    for (const { status, amount } of data) seen.push(['refund', status, amount]);
  }
  return seen;
}

export async function finalState(world: World, bond: TestBond, since: Date): Promise<FinalState> {
  const ours = await world.one(OURS, bond.caseId, bond.applicant.contactPointId);
  const left = await world.rows<{ left: string }>(LEFT, since);
  const atTheProcessor = await theirs(world, bond.bondId);
  return { ...ours, 'at the processor': atTheProcessor, left: left.map((row) => row.left).sort() };
}

/** In words; nothing when they are the same. */
export const differences = (found: FinalState, expected: FinalState): string[] =>
  Object.keys(expected)
    .map((what) => [what, JSON.stringify(found[what]), JSON.stringify(expected[what])] as const)
    .filter(([, is, shouldBe]) => is !== shouldBe)
    .map(([what, is, shouldBe]) => `${what}: ${is} instead of ${shouldBe}`);
