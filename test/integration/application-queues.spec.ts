import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CaseQueries, caseQueues, type CaseState, type QueueKey } from '#application';
import { type After, COUNT_MAX, Database, LIST_PAGE_ROWS, type Tx } from '#platform';
import { type Somebody } from '../support/signed-in.ts';
import { World } from '../support/world/world.ts';

// Enough that PostgreSQL would rather use an index than read the table.
const CASES = 6_000;

let world: World;
let awa: Somebody;
let washington: string;

beforeAll(async () => {
  world = await World.start({ processes: ['officer'] });
  awa = await world.anOfficer();
  washington = world.consulateId;
  await fill(await world.anApplicant());
});
afterAll(async () => {
  await world.stop(); // with cases that were never submitted, and that the oracle does not take
});

const states: CaseState[] = [
  'draft',
  'submitted',
  'in_review',
  'information_requested',
  'refused',
  'bond_required',
  'approved_without_bond',
  'bond_posted',
  'bond_lapsed',
  'refused_after_posting',
  'visa_issued',
  'travelling',
  'closed',
  'withdrawn',
];

/** Cases of all states, round and round, two in three at Washington; every seventh held by Awa. */
async function fill(applicant: Somebody): Promise<void> {
  const parameters = [CASES, states, applicant.accountId, applicant.contactPointId];
  await world.db.admin.query(
    `insert into person (id, account_id, details_token, details_sealed)
     select md5('p' || n)::uuid, $2, int4send(n), 'sealed' from generate_series(1, $1::int) n`,
    [CASES, applicant.accountId],
  );
  await world.db.admin.query(
    `insert into travel_document (id, person_id, account_id, issuing_state, number_token, sealed, expires_on)
     select md5('d' || n)::uuid, md5('p' || n)::uuid, $2, 'USA', int4send(n), 'sealed', '2035-01-01'
     from generate_series(1, $1::int) n`,
    [CASES, applicant.accountId],
  );
  await world.db.admin.query(
    `insert into visa_case (id, reference, programme_code, programme_version, consulate_id,
       applicant_account_id, contact_point_id, language, state, state_since, opened_at,
       submitted_at, person_id, travel_document_id, assigned_to, assigned_at)
     select md5('c' || n)::uuid, 'VB-' || lpad(n / 10000 || '', 4, '0') || '-' || lpad(n % 10000 || '', 4, '0'),
       'mali-us', 1, o.id, $3, $4, 'en', s.state, now(), now(), s.at,
       case when s.at is not null then md5('p' || n)::uuid end,
       case when s.at is not null then md5('d' || n)::uuid end,
       case when n % 7 = 0 then $5::uuid end, case when n % 7 = 0 then now() end
     from generate_series(1, $1::int) n
     join lateral (select id from consulate where programme_code = 'mali-us'
                   order by city = 'Washington' desc offset (n % 3) / 2 limit 1) o on true
     join lateral (select ($2::text[])[1 + n % 14] as state) t on true
     join lateral (select t.state, case when t.state <> 'draft'
                     then timestamptz '2026-01-01' + n * interval '1 minute' end as at) s on true`,
    [...parameters, awa.accountId],
  );
  await world.db.admin.query('vacuum analyze visa_case');
}

const read = <T>(fn: (tx: Tx) => Promise<T>) => world.officer.get(Database).read(awa.ctx, fn);
const pageOf = (
  queue: QueueKey,
  page = 1,
  consulateId: string | null = washington,
  after: After | null = null,
) => {
  const wish = { queue, accountId: awa.accountId, consulateId, page, after };
  return read((tx) => world.officer.get(CaseQueries).queue(tx, wish));
};

/** The same question asked in the plainest way, by the administrator. */
async function expectedIds(queue: QueueKey, consulateId: string | null): Promise<string[]> {
  const mine = queue === 'mine' ? `and assigned_to = '${awa.accountId}'` : '';
  const { rows } = await world.db.admin.query<{ id: string }>(
    `select id from visa_case where ${caseQueues[queue].where} ${mine}
       and ($1::uuid is null or consulate_id = $1)
     order by submitted_at ${caseQueues[queue].order}, id ${caseQueues[queue].order}`,
    [consulateId],
  );
  return rows.map((row) => row.id);
}

const keys = Object.keys(caseQueues) as QueueKey[];
const wanted: Record<QueueKey, CaseState[]> = {
  new: ['submitted', 'in_review'],
  mine: ['in_review', 'information_requested', 'bond_required', 'approved_without_bond', 'bond_posted', 'bond_lapsed'], // prettier-ignore
  bond: ['bond_required', 'bond_lapsed'],
  visa: ['approved_without_bond', 'bond_posted'],
  travelling: ['visa_issued', 'travelling'],
  all: states.filter((s) => s !== 'draft'),
};

test.each(keys)('“%s” lists the right cases in order, one consulate or all', async (queue) => {
  const { rows } = await world.db.admin.query<{ state: CaseState }>(
    `select distinct state from visa_case where ${caseQueues[queue].where}`,
  );
  expect(rows.map((r) => r.state).sort()).toEqual([...wanted[queue]].sort());
  for (const consulateId of [washington, null]) {
    const ids = await expectedIds(queue, consulateId);
    expect(ids.length).toBeGreaterThan(LIST_PAGE_ROWS);
    const [first, second] = [
      await pageOf(queue, 1, consulateId),
      await pageOf(queue, 2, consulateId),
    ];
    const counted = Math.min(ids.length, COUNT_MAX + 1);
    expect(first.total).toBe(counted);
    expect(first.pages).toBe(Math.ceil(Math.min(counted, COUNT_MAX) / LIST_PAGE_ROWS));
    expect([...first.rows, ...second.rows].map((r) => r.id)).toEqual(ids.slice(0, 100));
  }
});

test('a list that is longer than is counted goes on behind its last page, to its end', async () => {
  const ids = await expectedIds('all', washington);
  expect(ids.length).toBeGreaterThan(COUNT_MAX);
  const seen: string[] = [];
  let after: After | null = null;
  do {
    const { pages } = await pageOf('all', 1, washington, after);
    let next: After | null = null;
    for (let page = 1; page <= pages; page++) {
      const found = await pageOf('all', page, washington, after);
      seen.push(...found.rows.map((r) => r.id));
      next = found.next;
    }
    after = next;
  } while (after);
  expect(seen).toEqual(ids);
});

test.each(['all', 'mine'] as const)('“%s” of no consulate that there is are all', async (queue) => {
  const { rows } = await pageOf(queue, 1, 'nowhere');
  expect(rows.map((r) => r.id)).toEqual((await expectedIds(queue, null)).slice(0, LIST_PAGE_ROWS));
});

test('a page beyond the last shows the last, and an empty queue is one empty page', async () => {
  const ids = await expectedIds('visa', washington);
  for (const page of [10_000, Number.MAX_SAFE_INTEGER]) {
    const last = await pageOf('visa', page);
    expect(last.page).toBe(last.pages);
    expect(last.rows.at(-1)?.id).toBe(ids.at(-1));
  }
  for (const page of [0, -5, Number.NaN]) expect((await pageOf('visa', page)).page).toBe(1);
  const other = await world.anOfficer();
  const mine = await world.officer
    .get(Database)
    .read(other.ctx, (tx) =>
      world.officer
        .get(CaseQueries)
        .queue(tx, { queue: 'mine', accountId: other.accountId, page: 3 }),
    );
  expect(mine).toEqual({ rows: [], total: 0, page: 1, pages: 1, next: null });
});

test('a row says what a list needs and nothing about the person but the id', async () => {
  const { rows } = await pageOf('new');
  expect(Object.keys(rows[0]!).sort()).toEqual(
    ['assignedTo', 'consulateId', 'id', 'personId', 'programmeCode', 'reference', 'state', 'stateSince', 'submittedAt'], // prettier-ignore
  );
});

test.each(keys)('“%s” is read from its own index, whatever the rows', async (queue) => {
  const plans = await read(async (tx) => {
    const seen: string[] = [];
    const query = tx.query.bind(tx);
    const watched: Tx = {
      ...tx,
      query: async <R>(sql: string, params: readonly unknown[] = []) => {
        // As it runs: planned once, whatever the parameters.
        const plan = await query<{ 'QUERY PLAN': string }>(`explain (generic_plan) ${sql}`);
        seen.push(plan.map((line) => line['QUERY PLAN']).join('\n'));
        return query<R>(sql, params);
      },
    };
    await world.officer
      .get(CaseQueries)
      .queue(watched, { queue, accountId: awa.accountId, page: 1 });
    return seen.filter((plan) => plan.includes('visa_case'));
  });
  expect(plans).toHaveLength(2);
  const [, page] = plans;
  expect(page).toContain(`visa_case_queue_${queue}`);
  expect(page).not.toContain('Seq Scan on visa_case');
});
