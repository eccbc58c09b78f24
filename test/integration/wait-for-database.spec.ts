// A process may be started before its PostgreSQL.
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { waitForDatabase } from '#platform';
import { freePort } from '../../tools/postgres.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

/** The database at another port, from now on. */
async function openAt(port: number, real: URL): Promise<Server> {
  const server = createServer((socket) => {
    const there = connect(Number(real.port), real.hostname);
    socket.pipe(there).pipe(socket);
    for (const end of [socket, there]) end.on('error', () => undefined);
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  expect((server.address() as AddressInfo).port).toBe(port);
  return server;
}

const at = (port: number) => {
  const url = new URL(db.url('portal'));
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return url.href;
};
const soon = { tryForMs: 20_000, tryEveryMs: 20 };

test('it is asked again until it answers, and says that it waits', async () => {
  const port = await freePort();
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  const waiting = waitForDatabase(at(port), { ...soon, say });
  await new Promise((done) => setTimeout(done, 150));
  const server = await openAt(port, new URL(db.url('portal')));
  await waiting;
  server.close();
  expect(said).toEqual([
    `The database at 127.0.0.1:${port} does not answer yet (ECONNREFUSED); trying for 20 s more.`,
  ]);
});

test('after its time it says where it asked and what to do, without the password', async () => {
  const port = await freePort();
  const url = at(port).replace('//portal', '//portal:very-secret');
  const waiting = waitForDatabase(url, { tryForMs: 100, tryEveryMs: 20, say: () => undefined });
  const error = await waiting.catch((e: Error) => e);
  expect(error).toMatchObject({ name: 'NoDatabase' });
  expect((error as Error).message).toMatch(
    new RegExp(`^The database at 127.0.0.1:${port} has not answered .* correct DATABASE_URL\\.$`),
  );
  expect((error as Error).message).not.toContain('secret');
});

test('what waiting does not mend is not waited for', async () => {
  const none = db.url('portal').replace(/\/[^/]*$/, '/no_such_database');
  const began = performance.now();
  await waitForDatabase(none, { tryForMs: 60_000, say: () => undefined });
  expect(performance.now() - began).toBeLessThan(10_000);
});
