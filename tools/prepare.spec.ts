// Production's preparation, killed again and again at later moments: the last one that is left alone
// makes what an undisturbed one makes.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkout } from './checkout.ts';
import { connected, logins, prepareDatabase } from './database.ts';
import { startPostgres, type Postgres } from './postgres.ts';

const home = mkdtempSync(join(tmpdir(), 'prepare-spec-'));
chmodSync(home, 0o755); // the server's user must be able to walk here
let server: Postgres;

beforeAll(async () => {
  server = await startPostgres({ folder: join(home, 'data'), fast: true });
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

const secrets = new Map(logins.map((login) => [login, randomBytes(24).toString('base64url')]));

/** Its exit code and its words; null when it was killed before its end. */
async function prepares(database: string, killAfterMs?: number, password?: string) {
  const passwords = logins.map((login) => [
    `DATABASE_PASSWORD_${login.toUpperCase()}`,
    password ?? secrets.get(login),
  ]);
  const child = spawn(process.execPath, [join(checkout, 'tools', 'prepare.ts')], {
    env: {
      ...process.env,
      ...Object.fromEntries(passwords),
      NODE_OPTIONS: '',
      DATABASE_URL: server.adminUrl(database),
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => (said += text.toString()));
  }
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  if (killAfterMs !== undefined) {
    await Promise.race([ended, pause(killAfterMs)]);
    child.kill('SIGKILL');
  }
  return { code: await ended, said: said.trim() };
}

const contents = (database: string) =>
  connected(server.adminUrl(database), async (client) => {
    const { rows } = await client.query(
      `select (select jsonb_agg(name order by name) from migrations) as migrations,
         (select jsonb_agg(name order by name) from pgboss.queue) as queues,
         (select jsonb_agg(code || version order by code, version) from programme) as programmes,
         (select jsonb_agg(distinct relacl::text order by relacl::text) from pg_class
          where relnamespace = 'public'::regnamespace) as rights,
         (select jsonb_agg(datacl::text) from pg_database where datname = current_database())
           as may_connect`,
    );
    return rows[0] as unknown;
  });

test('killed at any moment it can be run again, and makes the same', async () => {
  await prepareDatabase({ adminUrl: server.adminUrl(), database: 'undisturbed' });
  const whole = await contents('undisturbed');
  for (let after = 300, killed = true; killed; after *= 1.35) {
    killed = (await prepares('interrupted', after)).code === null;
  }
  expect(await prepares('interrupted')).toEqual({ code: 0, said: 'The database is ready.' });
  expect(await contents('interrupted')).toEqual(whole);
}, 180_000);

test('a password for all logins, and a demonstration’s database, are refused by name', async () => {
  const [code, said] = Object.values(await prepares('refused', undefined, 'p'));
  expect([code, said]).toEqual([1, expect.stringContaining('DATABASE_PASSWORD_PORTAL')]);
  const made = await prepareDatabase({ adminUrl: server.adminUrl(), database: 'invented' });
  await connected(made.adminUrl, (client) =>
    client.query(
      `insert into demonstration (step, installation) values ('complete', repeat('0', 16))`,
    ),
  );
  const demonstration = Object.values(await prepares('invented'));
  expect(demonstration).toEqual([1, expect.stringContaining('database of a demonstration')]);
});
