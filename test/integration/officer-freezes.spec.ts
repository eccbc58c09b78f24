// A case is frozen, looked at and let go, through the officers' pages.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FreezeLifting } from '#refund';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let awa: Visitor;
let salif: Visitor;

beforeAll(async () => {
  world = await World.start();
  awa = await world.signedIn(['officer'], 'Awa Keita');
  salif = await world.signedIn(['head_of_section'], 'Salif Touré');
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const freezeOf = (caseId: string) =>
  world.one<{ id: string; state: string }>(
    'select id, state from case_freeze where case_id = $1',
    caseId,
  );

test('frozen by one officer who sees what it causes, and lifted by two people', async () => {
  const { caseId, reference } = await world.aBond().held();
  const path = `/cases/${reference}/freeze`;
  expect((await awa.get(path)).words).toContain('Why are you freezing it?');
  expect((await awa.post(path, {})).words).toContain('Select why you are freezing the case');
  const confirm = await awa.post(path, { reason: 'sanctions_match' });
  expect(confirm.words).toContain('the money is not kept by the state either');
  const placed = await awa.post(path, { reason: 'sanctions_match', step: 'confirm' });
  expect(placed.to).toBe(`/cases/${reference}?notice=frozen`);
  const again = await awa.post(path, { reason: 'sanctions_match', step: 'confirm' });
  expect(again.to).toBe(`/cases/${reference}?notice=already_frozen`);

  const page = await awa.get(`/cases/${reference}`);
  expect(page.words).toContain('This case is frozen: Possible match with a sanctions list');
  expect(page.words).toContain('Two people must lift the freeze first.');
  expect(page.body).not.toContain(`/cases/${reference}/visa`);
  const { id } = await freezeOf(caseId);
  expect((await salif.get('/freezes')).words).toContain(reference);
  expect((await awa.post(`/freezes/${id}/lift`, {})).words).toContain(
    'Select why the case can go on',
  );
  const proposed = await awa.post(`/freezes/${id}/lift`, { liftReason: 'another_person' });
  expect(proposed.to).toBe(`/freezes/${id}?notice=proposed`);
  expect((await awa.get(`/freezes/${id}`)).words).toContain('You proposed to lift it');
  expect((await salif.get('/')).words).toContain('Frozen cases');
  expect((await salif.post(`/freezes/${id}/approve`)).to).toBe(`/freezes/${id}?notice=approved`);
  await world.worker.get(FreezeLifting).lift(id);
  expect((await awa.get(`/freezes/${id}?lang=fr`)).words).toContain('Ce gel est levé.');
  expect((await awa.get(`/cases/${reference}`)).words).not.toContain('This case is frozen');
});

test('the second person keeps it, and the reason why a refund waits is said before anybody presses', async () => {
  const { caseId, bondId, reference } = await world.aFailedRefund();
  await awa.post(`/cases/${reference}/freeze`, { reason: 'fraud_suspected', step: 'confirm' });
  const { id } = await freezeOf(caseId);
  await awa.post(`/freezes/${id}/lift`, { liftReason: 'nothing_found' });
  expect((await salif.post(`/freezes/${id}/decline`)).to).toBe(`/freezes/${id}?notice=declined`);
  expect(await freezeOf(caseId)).toMatchObject({ state: 'in_force' });

  const ama = await world.signedIn(['treasury'], 'Ama Sow');
  const refund = await world.one<{ id: string }>(
    'select id from refund where bond_id = $1',
    bondId,
  );
  const page = await ama.get(`/refunds/${refund.id}`);
  expect(page.words).toContain('The case is frozen: suspected fraud.');
  expect(page.body).not.toContain(`/refunds/${refund.id}/approve`);
  const pressed = await ama.post(`/refunds/${refund.id}/approve`);
  expect(pressed.to).toBe(`/refunds/${refund.id}?notice=case_frozen`);
  expect(await world.statesOf(bondId)).toEqual(['failed', 'due']);
});

test('a freeze that is not there has no page', async () => {
  expect((await awa.get('/freezes/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  expect((await awa.get('/freezes/one')).status).toBe(404);
});
