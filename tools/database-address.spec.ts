import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { asAdministrator, checkedAddress, Unusable } from './database-address.ts';

async function said(url: string): Promise<string> {
  const failure = await asAdministrator(url, () => Promise.resolve('in')).catch((e: unknown) => e);
  expect(failure).toBeInstanceOf(Unusable);
  const { message } = failure as Unusable;
  expect(message).toMatch(/^DATABASE_URL: [^\n]+\.$/);
  expect(message).not.toContain('s3cret');
  return message;
}

const testServer = () => new URL(process.env['TEST_PG_URL'] ?? '');

test.each([
  ['localhost:5432/x', 'begins with "localhost:"'],
  ['postgres://me:s3cret/x#1@db/x', 'not an address of the form'],
  ['mysql://me:s3cret@db/x', 'begins with "mysql:"'],
  ['postgres:///x', 'names no host'],
  ['postgres://db.example/x', 'names no login'],
])('what is no address of a PostgreSQL is refused unasked: %s', async (url, text) => {
  expect(await said(url)).toContain(text);
});

test('nothing there, no such host: each says so and names the setting', async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  expect(await said(`postgres://me:s3cret@127.0.0.1:${port}/x`)).toContain(
    `nothing listens at 127.0.0.1:${port}`,
  );
  expect(await said('postgres://me:s3cret@no-such-host.invalid/x')).toContain(
    'no host of the name',
  );
});

test('a login that the server does not know is named, the password is not', async () => {
  const url = testServer();
  url.username = 'nobody_here';
  url.password = 's3cret';
  expect(await said(url.toString())).toContain('nobody_here');
});

test('a database that is still to be made is no fault of the address', async () => {
  const url = testServer();
  url.pathname = '/not_made_yet';
  const name = await asAdministrator(url.toString(), async (admin) => {
    const { rows } = await admin.query<{ name: string }>('select current_database() as name');
    return rows[0]?.name;
  });
  expect(name).toBe('postgres');
  expect(checkedAddress(url.toString())).toBe(url.toString());
});
