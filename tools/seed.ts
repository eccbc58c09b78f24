// Fills a demonstration's database once with invented people, through the doors that real ones use.
// Started by `npm start` with the processes' own logins; compiled, since it runs our modules.
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { exportJWK, generateKeyPair } from 'jose';
import pg from 'pg';
import { Cases } from '#application';
import { Directions } from '#bond-escrow';
import { Accounts, SignUp } from '#identity';
import { mustBeOk } from '#kernel';
import { accountCtx, Database, loadConfig, newReference, systemCtx, type Ctx } from '#platform';
import { BorderClients } from '#travel';
import { OfficerModule } from '../apps/officer/src/officer.module.ts';
import { FORM_VERSION } from '../apps/portal/src/apply/apply-page.ts';
import { Drafts } from '../apps/portal/src/apply/drafts.ts';
import { frozenOf, travellerOf } from '../apps/portal/src/apply/form.ts';
import { PortalModule } from '../apps/portal/src/portal.module.ts';
import { texts } from '../apps/portal/src/text/index.ts';
import { answersFor } from './seed/answers.ts';
import { addressOf, applicants, staff, type SeedApplicant } from './seed/people.ts';

const DEFAULT_TIER = 1_000_000n;
const PROGRAMME = 'mali-us';

interface Logins {
  readonly portal: string;
  readonly officer: string;
  readonly admin: string;
}

const logins = JSON.parse(process.env.SEED_DATABASE_URLS ?? '{}') as Logins;
const folder = process.env.SEED_FOLDER ?? '.data';
const admin = new pg.Client({ connectionString: logins.admin });

async function one<R extends object>(sql: string, ...params: unknown[]): Promise<R> {
  const { rows } = await admin.query<R>(sql, params);
  if (!rows[0]) throw new Error(`the seed found no row: ${sql}`);
  return rows[0];
}

const isSeeded = async () =>
  (await one<{ yes: boolean }>(`select exists (select from account where kind = 'staff') as yes`))
    .yes;

async function contextOf(module: typeof PortalModule | typeof OfficerModule, url: string) {
  const config = loadConfig({ ...process.env, DATABASE_URL: url });
  const context = await NestFactory.createApplicationContext(module.forRoot(config), {
    logger: false,
  });
  return context.init();
}

async function addStaff(officer: INestApplicationContext, office: string, password: string) {
  const ids = new Map<string, string>();
  for (const { name, user, roles } of staff) {
    const made = await officer.get(Database).write(systemCtx('seed'), (tx) =>
      officer.get(Accounts).createStaff(tx, {
        email: addressOf(user),
        password,
        name,
        roles,
        consulateId: office,
        language: 'en',
      }),
    );
    ids.set(user, mustBeOk(made).accountId);
  }
  return ids;
}

/** As a person would, but for reading the code: it is taken from the mail that waits to be sent. */
async function signUp(portal: INestApplicationContext, user: string, password: string) {
  const begun = await portal
    .get(SignUp)
    .begin({ email: addressOf(user), password, language: 'en' });
  const { signUpId } = mustBeOk(begun);
  const { code } = await one<{ code: string }>(
    `select m.params ->> 'code' as code from mail m join sign_up s using (contact_point_id)
     where s.id = $1`,
    signUpId,
  );
  return mustBeOk(await portal.get(SignUp).confirm({ signUpId, code }));
}

async function submitCase(
  portal: INestApplicationContext,
  accountId: string,
  consulateId: string,
  person: SeedApplicant,
): Promise<string> {
  const { contact_point_id: contactPointId } = await one<{ contact_point_id: string }>(
    'select contact_point_id from account where id = $1',
    accountId,
  );
  const [cases, drafts] = [portal.get(Cases), portal.get(Drafts)];
  const wish = { accountId, contactPointId, programmeCode: PROGRAMME, consulateId };
  return portal.get(Database).write(accountCtx(accountId, 'applicant', 'seed'), async (tx) => {
    const { id, reference } = mustBeOk(await cases.open(tx, { ...wish, language: 'en' }));
    for (const [pageId, answers] of Object.entries(answersFor(person, tx.now))) {
      mustBeOk(await cases.saveAnswers(tx, id, pageId, answers));
    }
    const draft = await drafts.one(tx, reference, 'en');
    if (!draft) throw new Error('the case is no draft');
    const frozen = frozenOf(draft.facts, texts.textFor('en'));
    const declared = { frozen, ...travellerOf(draft.facts), formVersion: FORM_VERSION };
    mustBeOk(await cases.submit(tx, id, declared));
    return id;
  });
}

async function direct(officer: INestApplicationContext, who: Ctx, caseId: string) {
  await officer.get(Database).write(who, async (tx) => {
    mustBeOk(await officer.get(Cases).startReview(tx, caseId));
    const wish = { caseId, amountMinor: DEFAULT_TIER };
    mustBeOk(await officer.get(Directions).direct(tx, wish));
  });
}

/** A border post whose key `npm run border` signs with. */
async function addBorderPost(officer: INestApplicationContext) {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const client = { name: 'Bamako–Sénou', programmeCode: PROGRAMME, ports: ['BKO'], publicJwk };
  const made = await officer
    .get(Database)
    .write(systemCtx('seed'), (tx) => officer.get(BorderClients).register(tx, client));
  const key = { clientId: mustBeOk(made).id, privateJwk: await exportJWK(privateKey) };
  writePrivate('demo-border-key.json', key);
}

function writePrivate(name: string, content: unknown): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  writeFileSync(join(folder, name), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
}

async function seed(): Promise<void> {
  const password = `${newReference('demo')}-${randomBytes(2).toString('hex')}`;
  const office = await one<{ id: string }>(
    `select id from consulate where programme_code = $1 and city = 'Washington'`,
    PROGRAMME,
  );
  const officer = await contextOf(OfficerModule, logins.officer);
  const portal = await contextOf(PortalModule, logins.portal);
  const ids = await addStaff(officer, office.id, password);
  const onDuty = accountCtx(ids.get('officer') ?? '', 'staff', 'seed');
  for (const person of applicants) {
    const accountId = await signUp(portal, person.user, password);
    if (person.did === 'signed up') continue;
    const caseId = await submitCase(portal, accountId, office.id, person);
    if (person.did === 'directed') await direct(officer, onDuty, caseId);
  }
  await addBorderPost(officer);
  writePrivate('demo-accounts.json', [
    ...applicants.map(({ who, user }) => account('portal', who, user, password)),
    ...staff.map(({ who, user }) => account('officer', who, user, password)),
  ]);
  await portal.close();
  await officer.close();
}

const account = (site: 'portal' | 'officer', who: string, user: string, password: string) => ({
  site,
  who,
  email: addressOf(user),
  password,
});

await admin.connect();
try {
  if (!(await isSeeded())) await seed();
} finally {
  await admin.end();
}
process.exit(0);
