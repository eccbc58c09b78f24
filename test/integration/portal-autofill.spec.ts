// What a browser can fill in about the person who types: WCAG 1.3.5, its list of input purposes.
import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SECRET_FIELD } from '../../libs/web/src/server/kept-form.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { openCase, startSite, Visitor } from '../support/world/sites.ts';

let db: TestDatabase;
let app: NestFastifyApplication;
beforeAll(async () => {
  db = await freshDatabase();
  app = await startSite('portal', db);
}, 60_000);
afterAll(async () => {
  await app?.close();
  await db?.drop();
});

const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];

/** Every field that a person sees on a page, with its token. */
function fieldsOf(html: string): Record<string, string | null> {
  const tags = [...html.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)].map(([tag]) => tag);
  const seen = tags.filter((tag) => attribute(tag, 'type') !== 'hidden');
  return Object.fromEntries<string | null>(
    seen.map((tag) => [attribute(tag, 'name') ?? '', attribute(tag, 'autocomplete') ?? null]),
  );
}

test('every field that asks about the person who types says so; no other does', async () => {
  const stranger = new Visitor(app, db, '198.51.100.1');
  const at = async (who: Visitor, url: string) => fieldsOf((await who.get(url)).body);
  expect(await at(stranger, '/sign-up')).toEqual({ email: 'email' });
  expect(await at(stranger, '/sign-in')).toEqual({
    email: 'username',
    password: 'current-password',
  });
  expect(await at(stranger, '/forgotten-password')).toEqual({ email: 'username' });
  await stranger.post('/sign-up', { email: 'somebody@example.org' });
  expect(await at(stranger, '/sign-up/code')).toEqual({ code: 'one-time-code' });

  const ann = new Visitor(app, db, '198.51.100.2');
  await ann.signUp();
  expect(await at(ann, '/account/password')).toEqual({
    current: 'current-password',
    password: 'new-password',
  });
  expect(await at(ann, '/account/email')).toEqual({ email: 'email', current: 'current-password' });

  const form = `/cases/${await openCase(ann)}/apply`;
  // No purpose of the list: a passport, and a nationality, which is no address's country.
  expect(await at(ann, `${form}/passport`)).toEqual({
    ...{ mrz: null, number: null, issuingState: null },
    ...{ 'expiresOn-day': null, 'expiresOn-month': null, 'expiresOn-year': null },
  });
  expect(await at(ann, `${form}/personal-details`)).toEqual({
    ...{ givenNames: 'given-name', familyName: 'family-name' },
    ...{ 'bornOn-day': 'bday-day', 'bornOn-month': 'bday-month', 'bornOn-year': 'bday-year' },
    // A browser fills in no radio buttons: HTML has no token for them.
    ...{ sex: null, nationality: null },
  });
  // The journey, and somebody else's address.
  expect(await at(ann, `${form}/travel-plan`)).toEqual({
    ...{ purpose: null, stayDays: null, port: null, stayAddress: null },
    ...{ 'arrivesOn-day': null, 'arrivesOn-month': null, 'arrivesOn-year': null },
  });
  expect(await at(ann, `${form}/contact`)).toEqual({ phone: 'tel', address: 'street-address' });
});

const sources = globSync(['apps/{portal,officer}/src/**/*.tsx', 'libs/web/src/**/*.tsx'])
  .filter((path) => !path.includes('.spec.') && !path.includes('/govuk/'))
  .map((path) => readFileSync(path, 'utf8'));

test('the payer signs with a name that the browser knows, and no token is made up', () => {
  const signer = sources.flatMap((text) => [...text.matchAll(/<TextField\b[^;]*?signerName[^;]*?\/>/g)]); // prettier-ignore
  expect(signer.map(([tag]) => attribute(tag.replace(/\s+/g, ' '), 'autocomplete'))).toEqual(['name']); // prettier-ignore
  const tokens = sources.flatMap((text) => [...text.matchAll(/ autocomplete="([^"]+)"/g)]);
  // Of the list of WCAG 2.2, section 7, or off: another person's passport.
  expect(new Set(tokens.map(([, token]) => token))).toEqual(
    new Set([
      ...['username', 'current-password', 'new-password', 'one-time-code', 'email', 'tel'],
      ...['name', 'given-name', 'family-name', 'bday', 'street-address', 'off'],
    ]),
  );
});

test('what proves who somebody is has a name that is never kept nor shown', () => {
  const fields = sources.flatMap((text) =>
    [...text.matchAll(/<(PasswordField|TextField)\b([^>]|=>)*?\/>/g)]
      .filter(([tag, kind]) => kind === 'PasswordField' || tag.includes('one-time-code'))
      .map(([tag]) => attribute(tag.replace(/\s+/g, ' '), 'name')!),
  );
  expect(new Set(fields)).toEqual(new Set(['password', 'current', 'code']));
  expect(fields.filter((name) => !SECRET_FIELD.test(name))).toEqual([]);
});
