import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import { connected, logins, prepareDatabase, roleOf, type Login } from './database.ts';
import { isReachable, runAs } from './postgres-home.ts';
import { findPostgres, startPostgres, type PostgresOptions } from './postgres.ts';

// The server's user must be able to walk here: mkdtemp makes 0700.
const home = mkdtempSync(join(tmpdir(), 'postgres-spec-'));
chmodSync(home, 0o755);
mkdirSync(join(home, 'closed'), { mode: 0o700 });
const open = join(home, 'open');
const options: PostgresOptions = { folder: join(open, 'data'), password: 'a "word" of /mine%' };

afterAll(async () => {
  await (await findPostgres(options))?.stop();
  rmSync(home, { recursive: true, force: true });
});

async function killHard(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  // The signal is delivered a moment later; until then the server still answers.
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await pause(5);
  }
}

const ask = (url: string) =>
  connected(url, (client) => client.query('select note from kept order by note'));

test('what is committed outlives a kill -9, a foreign lock and a clean stop', async () => {
  const first = await startPostgres(options);
  await connected(first.adminUrl(), async (client) => {
    await client.query(`create table kept (note text)`);
    await client.query(`insert into kept values ('committed')`);
  });

  const joined = await startPostgres(options);
  expect([joined.reused, joined.pid]).toEqual([true, first.pid]);

  await killHard(first.pid);
  const second = await startPostgres(options);
  expect([second.reused, second.pid === first.pid]).toEqual([false, false]);
  expect((await ask(second.adminUrl())).rows).toEqual([{ note: 'committed' }]);

  await second.stop();
  expect(await findPostgres(options)).toBeUndefined();
  // A lock whose number is now that of a process which is no PostgreSQL: this one.
  const lock = [process.pid, second.folder, 0, second.port, '', '127.0.0.1', '0 0', 'ready', ''];
  writeFileSync(join(second.folder, 'postmaster.pid'), lock.join('\n'));
  const third = await startPostgres(options);
  expect((await ask(third.adminUrl())).rows).toEqual([{ note: 'committed' }]);
}, 60_000);

test('with a password nobody gets in without it, and each login has its own', async () => {
  const server = await startPostgres(options);
  const wrong = new URL(server.adminUrl());
  wrong.password = 'guessed';
  await expect(connected(wrong.toString(), (c) => c.query('select'))).rejects.toThrow(/password/);

  const passwords = Object.fromEntries(logins.map((login) => [login, `p@ss/${login}%`])) as Record<
    Login,
    string
  >;
  const adminUrl = server.adminUrl('not_there_yet');
  const database = await prepareDatabase({ adminUrl, database: 'not_there_yet', passwords });
  for (const login of logins) {
    const { rows } = await connected(database.urlFor(login), (c) => c.query('select current_user'));
    expect(rows).toEqual([{ current_user: roleOf(login) }]);
  }
  const leftovers = readFileSync(join(server.folder, '..', 'data.log'), 'utf8');
  expect(leftovers).not.toContain('p@ss');
}, 60_000);

test('a folder closed to the server’s user is seen as closed', () => {
  const who = runAs(join(home, 'nothing-here'));
  expect(isReachable(join(home, 'closed', 'data'), { uid: 65_533, gid: 65_533 })).toBe(false);
  expect(isReachable(join(home, 'open', 'data'), who)).toBe(true);
  expect(isReachable(join(home, 'closed', 'data'), {})).toBe(true);
});
