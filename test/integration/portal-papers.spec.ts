// What an applicant keeps and reads again: the decision, the application, the receipt, the names.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { refusalReasons } from '#application';
import { Payer } from '../support/world/payer.ts';
import { openCase } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

test('who is refused reads the reason, what helps against it, and how to apply again', async () => {
  const payer = await Payer.submitted(world);
  await payer.reviewed();
  await payer.refused('return_not_shown');
  const page = await payer.visitor.get(payer.home);
  expect(page.words).toContain('Reason You did not show that you intend to leave');
  expect(page.words).toContain('What you can do Apply again with documents that show it');
  expect(page.words).toContain('A new application is a new case');
  expect(page.body).toContain('href="/cases/new"');
  const french = await payer.visitor.get(`${payer.home}?lang=fr`);
  expect(french.words).toContain('Motif Vous n’avez pas justifié votre intention de repartir');
});

test('every reason has words and a remedy in both languages', async () => {
  const { texts } = await import('../../apps/portal/src/text/index.ts');
  for (const lang of ['en', 'fr'] as const) {
    const t = texts.textFor(lang);
    const missing = refusalReasons.filter(
      (r) => !t.has(`refusal.reason.${r}`) || !t.has(`refusal.help.${r}`),
    );
    expect(missing).toEqual([]);
  }
});

test('what was submitted is read again, by its applicant and by nobody else', async () => {
  const payer = await Payer.submitted(world);
  expect((await payer.visitor.get(payer.home)).body).toContain(`${payer.home}/application`);
  const words = await payer.reads('/application');
  expect(words).toContain('What you submitted');
  expect(words).toContain('Ada Maria');
  expect(words).toContain(payer.passport.number);
  expect(words).toContain('Hotel on the river, Bamako');
  const french = await payer.visitor.get(`${payer.home}/application?lang=fr`);
  expect(french.words).toContain('Nationalité États-Unis Réponse d’origine : United States');
  expect(french.words).toContain('Questions et réponses d’origine, en anglais');
  expect(french.words).toContain('Nationality United States');
  expect((await payer.reads('/application?lang=en')).match(/Nationality/g)).toHaveLength(1);
  const other = await world.visitor('portal', '198.51.100.200');
  await other.signUp();
  expect((await other.get(`${payer.home}/application`)).status).toBe(404);
  const opened = await world.rows(
    `select 1 from audit_entry where action = 'personal_data.opened' and actor_id = $1
       and details->>'purpose' = 'own_copy'`,
    payer.visitor.accountId,
  );
  expect(opened).toHaveLength(3);
});

test('a draft has nothing to read again yet', async () => {
  const visitor = await world.visitor('portal', '198.51.100.201');
  await visitor.signUp();
  const reference = await openCase(visitor);
  expect((await visitor.get(`/cases/${reference}/application`)).to).toBe(`/cases/${reference}`);
  expect((await visitor.get('/cases')).words).toContain('Not given yet');
});

test('the receipt names payer, amount, date, case and the undertaking by its fingerprint', async () => {
  const payer = await Payer.submitted(world);
  await payer.reviewed();
  await payer.directed();
  await payer.signs();
  expect((await payer.visitor.get(`${payer.home}/bond/receipt`)).status).toBe(404);
  await world.pay(await payer.opensPayment(), 'visa');
  await world.news();
  const page = await payer.visitor.get(payer.home);
  expect(page.body).toContain(`${payer.home}/bond/receipt`);
  expect(page.words).toContain('You signed the undertaking');
  const words = await payer.reads('/bond/receipt');
  const { digest } = await world.one<{ digest: string }>(
    `select encode(u.text_sha256, 'hex') as digest from undertaking u join bond b on b.id = u.bond_id
     where b.case_id = $1`,
    payer.caseId,
  );
  expect(words).toContain('Amount $10,000');
  expect(words).toContain('Payer Ada Maria Example');
  expect(words).toMatch(/Received on \d+ \w+ \d{4}/);
  expect(words).toContain(`Case ${payer.reference}`);
  expect(words).toContain(digest);
});

test('the list of cases names the traveller; one entry of the trail says who was read', async () => {
  const payer = await Payer.submitted(world);
  const list = await payer.visitor.get('/cases');
  expect(list.words).toContain('Ada Maria Example');
  const { person } = await world.one<{ person: string }>(
    `select replace(person_id::text, '-', '') as person from visa_case where id = $1`,
    payer.caseId,
  );
  const entries = await world.rows<{ details: Record<string, string> }>(
    `select details from audit_entry where action = 'personal_data.listed' and actor_id = $1
     order by at desc limit 1`,
    payer.visitor.accountId,
  );
  expect(entries[0]?.details).toMatchObject({ purpose: 'own_list', ids1: person });
});

test('a programme that is not open says so before the form is filled in', async () => {
  const visitor = await world.visitor('portal', '198.51.100.202');
  await visitor.signUp();
  const reference = await openCase(visitor);
  const suspend = `update programme set state = $1 where code = 'mali-us'`;
  await world.rows(suspend, 'suspended');
  try {
    const tasks = await visitor.get(`/cases/${reference}`);
    expect(tasks.words).toContain('You cannot submit an application now');
    const start = await visitor.get('/');
    expect(start.words).toContain('No programme is taking applications at the moment.');
    expect(start.body).not.toContain('href="/cases/new" role="button"');
  } finally {
    await world.rows(suspend, 'open');
  }
});
