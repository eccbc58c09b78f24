// The direction and the undertaking, as their payer meets them on the pages.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Payer } from '../support/world/payer.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
}, 60_000);

afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

test('the direction says how much, why, by when in which zone, and when it comes back', async () => {
  const payer = await Payer.directed(world);
  const page = await payer.visitor.get(payer.home);
  expect(page.words).toContain('An officer has directed you to post a bond.');
  expect(page.words).toMatch(
    /Who needs to act You What happens next Read the direction.* By \d+ \w+ \d{4} at 23:59/,
  );
  const direction = await payer.visitor.get(payer.bond);
  expect(direction.words).toContain('Direction to post a bond');
  expect(direction.words).toContain('Amount $10,000 Why this amount It is the usual amount.');
  expect(direction.words).toMatch(/Post it by \d+ \w+ \d{4} at 23:59 \S+ \(time in Washington\)/);
  expect(direction.words).toContain('usually within 30 days');
  expect(direction.words).toContain(
    'Nobody can ask you to pay before an officer has directed a bond.',
  );
  // Nothing to pay with before the signature.
  expect(direction.body).not.toContain(`${payer.bond}/pay"`);
  expect((await payer.visitor.get(`${payer.bond}?lang=fr`)).words).toContain('Demande de caution');
});

test('the undertaking stands in both languages and is kept as it was signed', async () => {
  const payer = await Payer.directed(world);
  const page = await payer.visitor.get(`${payer.bond}/undertaking`);
  const name = 'Ada Maria Example';
  expect(page.words).toContain(`I, ${name}, am the payer of this bond. I will post $10,000`);
  expect(page.words).toContain(`Moi, ${name}, je suis le payeur de cette caution.`);
  expect((await payer.signs({ language: 'fr', signerName: 'ada maria  EXAMPLE' })).status).toBe(
    303,
  );
  const done = await payer.visitor.get(`${payer.bond}?signed=1`);
  expect(done.words).toContain('You have signed the undertaking. Now pay the bond.');
  expect(done.body).toContain(`href="${payer.bond}/pay"`);
  const copy = await payer.visitor.get(`${payer.bond}/undertaking`);
  expect(copy.words).toContain('Your signed undertaking');
  expect(copy.words).toContain('Moi, Ada Maria Example');
  expect(copy.words).toContain('Signed by ada maria EXAMPLE');
  expect(copy.words).toContain('Binding language Français');
  expect(copy.words).not.toContain('I, Ada Maria Example');
  expect((await payer.signs()).to).toBe(`${payer.bond}?signed=1`);
  const kept = await world.rows(
    'select u.language from undertaking u join bond b on b.id = u.bond_id where b.case_id = $1',
    payer.caseId,
  );
  expect(kept).toEqual([{ language: 'fr' }]);
});

test.each<[Record<string, string>, string]>([
  [{ signerName: '' }, 'Enter your full name to sign'],
  [
    { signerName: 'Somebody Else' },
    'Your full name must match the one in the text: Ada Maria Example',
  ],
  [{ agreed: '' }, 'Select the box to confirm that you have read the undertaking'],
  [{ language: '' }, 'Select the language that should be legally binding'],
  [{ 'sha256-en': 'f00' }, 'The undertaking has changed since you opened the page'],
])('signing with %j is refused and signs nothing', async (change, message) => {
  const payer = await Payer.directed(world);
  const answer = await payer.signs(change);
  expect([answer.status, answer.words]).toEqual([422, expect.stringContaining(message)]);
  if (!('signerName' in change)) expect(answer.body).toContain('value="Ada Maria Example"');
  if (change.signerName === 'Somebody Else') expect(answer.body).toContain('value="Somebody Else"');
  const kept = 'select 1 from undertaking u join bond b on b.id = u.bond_id where b.case_id = $1';
  expect(await world.rows(kept, payer.caseId)).toEqual([]);
});
