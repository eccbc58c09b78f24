// One visitor's flood of mail delays his own codes and nobody else's.
import { Accounts, PasswordReset } from '#identity';
import { mustBeOk } from '#kernel';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Mailing } from '../support/world/mailing.ts';
import { anEmail, from } from '../support/world/people.ts';
import { World } from '../support/world/world.ts';

const FLOOD = 500;
/** As many as were under way when the other one asked, and as many again until a lane is free. */
const AHEAD_MAX = 6;

let world: World;
let people: World['people'];
let mailing: Mailing;
beforeAll(async () => {
  world = await World.start({ processes: ['portal', 'officer'] });
  people = world.people;
  mailing = await Mailing.start(world);
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

test('behind 500 codes that one visitor asked for, another’s leaves among the next few', async () => {
  const flooder = from('a cellar');
  for (let i = 0; i < FLOOD; i++) {
    mustBeOk(await people.begin(`flood${i}@example.org`, flooder));
  }
  const { inbox } = mailing;
  const worker = await (await mailing.anotherWorker()).init();
  try {
    await inbox.waitFor('flood5@example.org');
    const before = inbox.mails.length;
    const email = anEmail();
    mustBeOk(await people.begin(email, from('home')));
    await inbox.waitFor(email);
    const ahead = inbox.mails.findIndex((mail) => mail.to === email) - before;
    expect(ahead).toBeLessThanOrEqual(AHEAD_MAX);
  } finally {
    await worker.close();
  }
}, 60_000);

test('whatever is mailed to a typed address waits its turn, in the one queue', async () => {
  const flooder = from('another cellar');
  const { email } = await people.anApplicant();
  const known = { email, language: 'en', origin: flooder } as const;
  mustBeOk(await people.begin(anEmail(), flooder));
  mustBeOk(await people.begin(email, flooder));
  mustBeOk(await world.portal.get(PasswordReset).begin(known));
  mustBeOk(await world.portal.get(PasswordReset).begin({ ...known, email: anEmail() }));
  for (let i = 0; i <= 10; i++) {
    await world.portal.get(Accounts).authenticate({ ...known, password: 'wrong' });
  }
  const jobs = await world.rows<{ name: string; priority: number; template: string }>(
    `select j.name, j.priority, m.template from pgboss.job j join mail m on m.id::text = j.data->>'mailId'
     order by m.created_at desc limit 5`,
  );
  expect(jobs.reverse()).toEqual(
    [
      'sign_up_code',
      'already_registered',
      'password_reset_code',
      'no_account',
      'sign_in_stopped',
    ].map((template, i) => ({ name: 'mail.open', priority: -1 - i, template })),
  );
});
