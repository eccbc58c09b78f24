import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ruleNames } from '#programme';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { startSite, Visitor } from '../support/world/sites.ts';

let db: TestDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  db = await freshDatabase();
  app = await startSite('portal', db, { STRIPE_CHECKOUT_ORIGIN: 'https://pay.example' });
}, 60_000);

afterAll(async () => {
  await app?.close();
  await db?.drop();
});

test('the start page says what a bond is, where the programmes stand, and how fraud works', async () => {
  const page = await new Visitor(app, db).get('/');
  expect(page.status).toBe(200);
  expect(page.words).toContain('Apply for a visa with a refundable bond');
  expect(page.words).toContain('Mali: visa bond for nationals of the United States');
  expect(page.words).toMatch(/Open Since \d+ \w+ \d{4}: the rules are in force/);
  expect(page.words).toMatch(/Withdrawn Since \d+ \w+ \d{4}: this nationality was removed/);
  expect(page.words).toContain('$5,000 / $10,000');
  expect(page.words).toContain('Nobody can ask you to pay before an officer has directed a bond.');
  expect(page.body).toContain('href="/cases/new"');
});

test('forms may lead to the payment page and nowhere else', async () => {
  const { headers } = await new Visitor(app, db).get('/');
  expect(headers['content-security-policy']).toContain("form-action 'self' https://pay.example;");
});

test('the programmes side by side, each rule marked', async () => {
  const page = await new Visitor(app, db).get('/programmes/compare');
  expect(page.words).toContain(
    `${ruleNames.length - 2} of ${ruleNames.length} rules are the same.`,
  );
  expect(page.words).toContain(
    'Amounts an officer can ask for $5,000, $10,000 $5,000, $10,000, $15,000 Different',
  );
  expect(page.words).toContain('Longest stay 30 days 30 days Same');
});

test('every public page speaks French too', async () => {
  const visitor = new Visitor(app, db);
  const pages = [
    '/',
    '/programmes/compare',
    '/figures',
    '/proof',
    '/privacy',
    '/accessibility',
    '/sign-in',
    '/sign-up',
  ];
  for (const path of pages) {
    const page = await visitor.get(`${path}?lang=fr`);
    expect([path, page.status]).toEqual([path, 200]);
    expect(page.body).toContain('<html lang="fr"');
    expect(page.words).toContain('Déclaration d’accessibilité');
  }
});
