// The treasury settles money that left elsewhere: list, proposal and approval by pages.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Settling } from '#refund';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let ibrahim: Visitor;
let salif: Visitor;
let awa: Visitor;
beforeAll(async () => {
  world = await World.start();
  ibrahim = await world.signedIn(['treasury'], 'Ibrahim Touré');
  salif = await world.signedIn(['treasury'], 'Salif Koné');
  awa = await world.signedIn(['officer'], 'Awa Keita');
}, 120_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

test('a refund made elsewhere is on the desk, and two people of the treasury settle it', async () => {
  const { bondId, reference, caseId } = await world.aBond().held();
  const [paid] = await world.rows<{ pi: string }>(
    'select processor_payment_id as pi from payment where bond_id = $1',
    bondId,
  );
  await world.stripe('refunds', 'POST', { payment_intent: paid!.pi });
  await world.news();
  const [row] = await world.rows<{ id: string }>(
    'select id from reversal where bond_id = $1',
    bondId,
  );
  const path = `/reversals/${row!.id}`;
  expect((await ibrahim.get('/')).body).toContain('href="/reversals"');
  expect((await ibrahim.get('/reversals')).body).toContain(reference);

  // The officer sees why no visa is issued, and is refused in words.
  await world.rows(
    'update visa_case set assigned_to = $2, assigned_at = now() where id = $1',
    ...[caseId, awa.accountId],
  );
  expect((await awa.get(`/cases/${reference}`)).body).toContain(path);
  const visa = await awa.post(`/cases/${reference}/visa`, {}, `/cases/${reference}`);
  expect(visa.to).toContain('money_left_elsewhere');
  expect((await awa.post(`${path}/propose`, { outcome: 'post_again' }, '/')).status).toBe(403);

  const refused = await ibrahim.post(`${path}/propose`, { outcome: 'accepted' }, path);
  expect(refused.to).toBe(`${path}?notice=outcome_not_possible`);
  await ibrahim.post(`${path}/propose`, { outcome: 'post_again' }, path);
  expect((await ibrahim.get(path)).body).toContain(
    'A second person in the treasury must approve it',
  );
  expect((await ibrahim.post(`${path}/approve`, {}, path)).to).toBe(`${path}?notice=same_person`);
  expect((await salif.post(`${path}/approve`, {}, path)).to).toBe(`${path}?notice=approve`);
  await world.worker.get(Settling).settle(row!.id);
  expect((await salif.get(path)).body).toContain('Settled');
  expect((await ibrahim.get('/reversals')).body).not.toContain(reference);
  expect(
    await world.rows(
      'select b.state, c.state as case from bond b join visa_case c on c.id = b.case_id where b.id = $1',
      bondId,
    ),
  ).toEqual([{ state: 'required', case: 'bond_required' }]);
}, 60_000);

test('a dispute is on the desk as what it is, and can be settled only once it is lost', async () => {
  const { bondId, reference } = await world.aBond().held();
  const [paid] = await world.rows<{ pi: string }>(
    'select processor_payment_id as pi from payment where bond_id = $1',
    bondId,
  );
  const { id } = await world.control<{ id: string }>(`payment_intents/${paid!.pi}/dispute`, {});
  await world.news();
  const list = await ibrahim.get('/reversals');
  expect(list.body).toContain(reference);
  expect(list.body).toContain('Withdrawn while the dispute is open');
  const [row] = await world.rows<{ id: string }>(
    'select id from reversal where bond_id = $1',
    bondId,
  );
  const path = `/reversals/${row!.id}`;
  const open = (await ibrahim.get(path)).body;
  expect(open).toContain('Answer the dispute in time');
  expect(open).toContain('The dispute is not decided yet');
  expect(open).not.toContain('Propose:');
  await world.control(`disputes/${id}/lose`, {});
  await world.news();
  expect((await ibrahim.get(path)).body).toContain('Propose: post the bond again');
}, 60_000);

test('work that nothing finishes is on the desk with how many, since when and what to do', async () => {
  expect((await ibrahim.get('/unfinished')).body).toContain('No unfinished work');
  await world.rows(
    `insert into waiting_work (kind, waiting, oldest_at, seen_at)
     values ('mail', 1000, now() - interval '1 hour', now())`,
  );
  expect((await ibrahim.get('/')).body).toContain('href="/unfinished"');
  const page = (await ibrahim.get('/unfinished')).body;
  expect(page).toContain('Emails not sent');
  expect(page).toContain('1000 or more');
  expect(page).toContain('can reach the mail server');
});
