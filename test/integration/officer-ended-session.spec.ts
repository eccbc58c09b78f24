// An officer's session lasts fifteen minutes: what was chosen by then is there again after sign-in.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PASSWORD } from '../support/people.ts';
import { OfficerWorld, Visit } from './officer-world.ts';

let world: OfficerWorld;
beforeAll(async () => {
  world = await OfficerWorld.start();
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const hiddenIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value] as const,
    ),
  );

/** Sends an opened page as its browser would. */
async function sends(by: Visit, html: string, url: string, values: Record<string, string>) {
  const answer = await world.app.inject({
    method: 'POST',
    url,
    cookies: Object.fromEntries(by.cookies),
    headers: {
      'sec-fetch-site': 'same-origin',
      referer: `https://officer.example${url}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({ ...hiddenIn(html), ...values }).toString(),
  });
  for (const { name, value } of answer.cookies) by.cookies.set(name, value);
  return { status: answer.statusCode, to: answer.headers.location, body: answer.body };
}

test('a confirmed refusal is not carried out by signing in: the form is there, filled in', async () => {
  const { email, accountId } = await world.aStaffMember(['officer'], 'Awa Keita');
  const awa = new Visit(world.app);
  awa.accountId = accountId;
  await awa.signIn(email);
  const { caseId, reference } = await world.aCaseOf(awa);
  const url = `/cases/${reference}/refuse`;
  const last = await awa.post(url, { reason: 'return_not_shown' }, url);
  await world.rows('update account_session set ended_at = clock_timestamp() where account_id = $1', accountId); // prettier-ignore

  const over = await sends(awa, last.body, url, { step: 'confirm' });
  expect([over.status, over.body.includes('Your session has ended')]).toEqual([403, true]);
  const back = await sends(awa, over.body, '/sign-in', { email, password: PASSWORD });
  expect([back.status, back.to]).toEqual([303, url]);
  const page = (await awa.get(url)).body;
  expect(page).toContain('You are signed in again');
  expect(page).toMatch(/value="return_not_shown"[^>]*checked/);
  expect(await world.stateOf(caseId)).toBe('in_review');
  expect((await awa.get(url)).body).not.toMatch(/\bchecked\b/);
});
