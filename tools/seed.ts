// Fills a demonstration's database with invented people. `npm start` runs it twice: `people` before
// the programs run, `money` once they do, since paying needs them all. It begins on an empty database
// and is never resumed: see demonstration-mark.ts. Compiled, since it runs our modules.
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import pg from 'pg';
import { mustBeOk } from '#kernel';
import { newReference } from '#platform';
import { BorderClients } from '#travel';
import { borderKey, reportCrossing, reportMark } from './border-call.ts';
import { Cast, PROGRAMME, type Logins } from './seed/cast.ts';
import {
  addressOf,
  applicants,
  hasCome,
  newcomer,
  sponsor,
  staff,
  type SeedApplicant,
} from './seed/people.ts';

const logins = JSON.parse(process.env.SEED_DATABASE_URLS ?? '{}') as Logins;
const folder = process.env.SEED_FOLDER ?? '.data';
const apiUrl = process.env.API_URL ?? 'http://localhost:3002';
const DAY_MS = 86_400_000;
const KEY_FILE = 'demo-border-key.json';
const CASES_FILE = 'demo-cases.json';
const ACCOUNTS_FILE = 'demo-accounts.json';

function writePrivate(name: string, content: unknown): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  writeFileSync(join(folder, name), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
}

const readPrivate = <T>(name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;

/** A border post whose key `npm run border` signs with. */
async function addBorderPost(cast: Cast): Promise<void> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const key = JSON.stringify(await exportJWK(publicKey));
  const client = { name: 'Bamako–Sénou', programmeCode: PROGRAMME, ports: ['BKO'], key };
  const made = await cast.installs((tx, get) => get(BorderClients).register(tx, client));
  writePrivate(KEY_FILE, {
    clientId: mustBeOk(made).id,
    privateJwk: await exportJWK(privateKey),
  });
}

async function people(cast: Cast): Promise<void> {
  const password = `${newReference('demo')}-${randomBytes(2).toString('hex')}`;
  const consulateId = await cast.consulate();
  await cast.hire(password);
  const officer = await cast.onDuty(password);
  await cast.signsUp(newcomer.user, password);
  const cases: Record<string, string> = {};
  for (const person of applicants) {
    const signedIn = await cast.signsUp(person.user, password);
    const caseId = await cast.submits(signedIn, consulateId, person);
    cases[person.user] = caseId;
    if (hasCome(person, 'directed')) await cast.directs(officer, caseId);
    if (person.user !== sponsor.paysFor) continue;
    await cast.takesOn(await cast.signsUp(sponsor.user, password), signedIn, caseId, sponsor.name);
  }
  await addBorderPost(cast);
  writePrivate(CASES_FILE, cases);
  const account = (site: string, user: string, who: string, whoInFrench: string) => ({
    ...{ site, user, who, whoInFrench, password, email: addressOf(user) },
  });
  const applicant = (a: typeof newcomer | SeedApplicant) =>
    account('portal', a.user, `Applicant, ${a.who}`, `Usager, ${a.whoInFrench}`);
  writePrivate(ACCOUNTS_FILE, [
    ...[newcomer, ...applicants].map(applicant),
    account('portal', sponsor.user, `Payer, ${sponsor.who}`, `Payeur, ${sponsor.whoInFrench}`),
    ...staff.map((s) => account('officer', s.user, s.who, s.whoInFrench)),
  ]);
}

async function money(cast: Cast): Promise<void> {
  const file = readPrivate<{ clientId: string; privateJwk: JWK }>(KEY_FILE);
  const cases = readPrivate<Record<string, string>>(CASES_FILE);
  const post = { clientId: file.clientId, key: await borderKey(file.privateJwk), apiUrl };
  const [account] = readPrivate<{ password: string }[]>(ACCOUNTS_FILE);
  const password = account?.password ?? '';
  const officer = await cast.onDuty(password);
  for (const person of applicants.filter((p) => hasCome(p, 'held'))) {
    const caseId = cases[person.user] ?? '';
    await cast.posts(await cast.signsIn(person.user, password), caseId, person);
    if (!hasCome(person, 'travelling')) continue;
    await cast.issuesTheVisa(officer, caseId);
    await reportCrossing(post, { kind: 'admitted', passport: person.number });
    await cast.until(caseId, 'travelling');
    if (!hasCome(person, 'left')) continue;
    await reportCrossing(post, { kind: 'departed', passport: person.number });
    await cast.until(caseId, 'closed');
  }
  // Everything of the days before is reported.
  await reportMark(post, {
    port: 'BKO',
    through: new Date(Date.now() - DAY_MS).toISOString().slice(0, 10),
  });
}

const phases = { people, money };

async function main(): Promise<void> {
  const admin = new pg.Client({ connectionString: logins.admin });
  await admin.connect();
  const cast = await Cast.enter(admin, logins);
  await phases[process.argv[2] as keyof typeof phases](cast);
  await cast.leave();
  await admin.end();
}

// What stands on the last line is what `npm start` shows; all of it goes to a log.
await main().catch((error: unknown) => {
  console.error(error);
  console.error((error as Error).message.split('\n')[0]);
  process.exit(1);
});
process.exit(0);
