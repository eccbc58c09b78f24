// An officer's session lasts fifteen minutes: what was chosen by then is there again after sign-in.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PASSWORD } from '../support/world/people.ts';
import { World } from '../support/world/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

test('a confirmed refusal is not carried out by signing in: the form is there, filled in', async () => {
  const { email, accountId } = await world.people.aStaffMember(['officer'], { name: 'Awa Keita' });
  const awa = await world.visitor('officer');
  awa.accountId = accountId;
  await awa.signIn(email);
  const { caseId, reference } = await world.aCaseOf(awa);
  const url = `/cases/${reference}/refuse`;
  const last = await awa.post(url, { reason: 'return_not_shown' }, url);
  await world.rows('update account_session set ended_at = clock_timestamp() where account_id = $1', accountId); // prettier-ignore

  const over = await awa.send(last, url, { step: 'confirm' });
  expect([over.status, over.body.includes('Your session has ended')]).toEqual([403, true]);
  const back = await awa.send(over, '/sign-in', { email, password: PASSWORD });
  expect([back.status, back.to]).toEqual([303, url]);
  const page = (await awa.get(url)).body;
  expect(page).toContain('You are signed in again');
  expect(page).toMatch(/value="return_not_shown"[^>]*checked/);
  expect(await world.stateOf('visa_case', caseId)).toBe('in_review');
  expect((await awa.get(url)).body).not.toMatch(/\bchecked\b/);
});
