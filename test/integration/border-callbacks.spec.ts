// A border system is told at its own address what became of a batch: signed, without anybody's data, and
// tried again until it is given up.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPrivateKey } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { exportJWK } from 'jose';
import { BorderSystem } from '../../docs/border-client/border-system.ts';
import { CallbackCaller } from '../../libs/travel/src/callbacks/callback-caller.service.ts';
import { mustBeOk } from '#kernel';
import { BorderCallbacks, BorderClients, BorderProposals } from '#travel';
import { somebody, type Somebody } from '../support/signed-in.ts';
import { AUDIENCE } from '../support/world/border.ts';
import { World } from '../support/world/world.ts';

interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let world: World;
let api: NestFastifyApplication;
let server: Server;
let address: string;
let other: Somebody;
let answer = { status: 204, headers: {} as Record<string, string> };
const heard: Heard[] = [];

beforeAll(async () => {
  world = await World.start();
  other = await somebody(world.db, 'staff');
  api = await world.site('api');
  await api.listen(0, '127.0.0.1');
  server = createServer((request, response) => {
    void request.toArray().then((parts: Buffer[]) => {
      const { method = '', url: path = '', headers } = request;
      heard.push({ method, path, headers, body: Buffer.concat(parts).toString() });
      response.writeHead(answer.status, answer.headers).end();
    });
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  address = `http://localhost:${(server.address() as AddressInfo).port}/told`;
  await setAddress(address);
}, 60_000);
beforeEach(() => {
  answer = { status: 204, headers: {} };
  heard.length = 0;
});
afterAll(async () => {
  server.close();
  expect(await world.stop()).toEqual([]);
});

const clientId = () => world.post.client.id;
const proposals = () => world.officer.get(BorderProposals);
async function setAddress(url: string): Promise<void> {
  const wish = { clientId: clientId(), address: url };
  const { id } = mustBeOk(
    await world.asOfficer(world.staff, (tx) => proposals().proposeCallback(tx, wish)),
  );
  mustBeOk(await world.asOfficer(other, (tx) => proposals().confirm(tx, id)));
}

/** Reported and assessed; the word of it that waits. */
async function assessed(): Promise<{ id: string; batchId: string; number: string }> {
  const posted = await world.aBond().withVisa();
  const record = world.record('admitted', posted);
  await world.crossed(record);
  const row = await world.one<{ id: string; batchId: string }>(
    `select c.id, c.batch_id as "batchId" from border_callback c
     join movement m on m.batch_id = c.batch_id where m.record_id = $1`,
    record.recordId,
  );
  return { ...row, number: posted.passport.number };
}
const send = (id: string) => world.worker.get(BorderCallbacks).send(id);
const rowOf = (id: string) =>
  world.one<{ state: string; tries: number; fault: string | null; status: number | null }>(
    'select state, tries, fault, status from border_callback where id = $1',
    id,
  );
const isDue = (id: string) =>
  world.rows('update border_callback set next_at = clock_timestamp() where id = $1', id);

/** The border system's side, which asks our API for its key. */
async function border(): Promise<BorderSystem> {
  const { port } = api.getHttpServer().address() as AddressInfo;
  const jwk = await exportJWK(world.post.key);
  const pem = createPrivateKey({ key: { ...jwk }, format: 'jwk' });
  const system = new BorderSystem(
    AUDIENCE,
    clientId(),
    pem.export({ format: 'pem', type: 'pkcs8' }).toString(),
  );
  const elsewhere: typeof fetch = (url, init) =>
    fetch((url as string).replace(AUDIENCE, `http://127.0.0.1:${port}`), init);
  system.fetch = elsewhere;
  return system;
}

test('told once, signed for this address and body, and nothing in it is a person’s', async () => {
  const { id, batchId, number } = await assessed();
  const jobs = await world.rows(
    `select 1 from pgboss.job where name = 'callbacks.send' and data->>'callbackId' = $1`,
    id,
  );
  expect(jobs).toHaveLength(1);
  await send(id);
  await send(id);
  expect(heard).toHaveLength(1);
  const [{ method, path, headers, body }] = heard as [Heard];
  expect([method, path, headers['content-type']]).toEqual(['POST', '/told', 'application/json']);
  expect(JSON.parse(body)).toEqual({
    ...{ id, type: 'batch.assessed', batchId, done: true },
    items: [{ index: 0, result: 'accepted', status: 'used' }],
  });
  expect(body + JSON.stringify(headers)).not.toContain(number);
  expect(await rowOf(id)).toEqual({ state: 'taken', tries: 1, fault: null, status: 204 });

  const system = await border();
  const { authorization = '' } = headers;
  expect(await system.callback(address, authorization, body)).toMatchObject({ batchId, id });
  for (const [where, token, what] of [
    ['https://another.example/', authorization, body],
    [address, authorization, `${body} `],
    [address, `${authorization}x`, body],
    [address, 'Bearer a.b.c', body],
    [address, '', body],
  ] as const) {
    await expect(system.callback(where, token, what)).rejects.toThrow('did not send this');
  }
});

test.each([
  ['refused', 500, {}],
  ['refused', 404, {}],
  ['redirected', 302, { location: '/elsewhere' }],
])('%s by %d is tried again in its time, and led on to nowhere', async (fault, status, more) => {
  const { id } = await assessed();
  answer = { status, headers: more };
  await send(id);
  expect(await rowOf(id)).toEqual({ state: 'waiting', tries: 1, fault, status });
  await send(id); // a minute too early
  expect(heard.map((one) => one.path)).toEqual(['/told']);
  answer = { status: 200, headers: {} };
  await isDue(id);
  await send(id);
  expect(await rowOf(id)).toEqual({ state: 'taken', tries: 2, fault: null, status: 200 });
});

test('after eight tries it is given up, and asking still works', async () => {
  const { id, batchId } = await assessed();
  answer = { status: 503, headers: {} };
  for (let tries = 1; tries <= 9; tries++) {
    await isDue(id);
    await send(id);
  }
  expect(heard).toHaveLength(8);
  expect(await rowOf(id)).toEqual({ state: 'given_up', tries: 8, fault: 'refused', status: 503 });
  expect(await (await border()).outcome(batchId)).toMatchObject({ done: true });
});

test('a worker that dies in the call has used a try; the sweep finds the next', async () => {
  const { id } = await assessed();
  await world.rows(
    `update border_callback set tries = 1, tried_at = clock_timestamp() - interval '10 minutes',
       next_at = clock_timestamp() - interval '9 minutes' where id = $1`,
    id,
  );
  await world.rows(`delete from pgboss.job where name = 'callbacks.send'`);
  for (const part of Object.values(world.worker.get(BorderCallbacks).sweepParts())) await part();
  const jobs = await world.rows<{ id: string }>(
    `select data->>'callbackId' as id from pgboss.job where name = 'callbacks.send'`,
  );
  expect(jobs).toEqual([{ id }]);
  await send(id);
  expect(await rowOf(id)).toMatchObject({ state: 'taken', tries: 2 });
});

test('where nobody listens any more, or the address was taken away, nothing is called', async () => {
  const { id } = await assessed();
  await world.asOfficer(world.staff, (tx) =>
    world.officer.get(BorderClients).stopCallback(tx, clientId()),
  );
  await send(id);
  expect([heard, await rowOf(id)]).toEqual([
    [],
    { state: 'given_up', tries: 0, fault: 'no_address', status: null },
  ]);
  const silent = await world.aBond().withVisa();
  await world.crossed(world.record('admitted', silent));
  expect(await world.rows(`select 1 from border_callback where state = 'waiting'`)).toEqual([]);
  await setAddress('http://localhost:9/told');
  const gone = await assessed();
  await send(gone.id);
  expect(await rowOf(gone.id)).toMatchObject({ state: 'waiting', fault: 'unreachable' });
  await setAddress(address);
});

test('production calls no private address, however it is written', async () => {
  const caller = new CallbackCaller({ mode: 'production' });
  const { port } = server.address() as AddressInfo;
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433', '169.254.169.254']) {
    expect([host, await caller.post(`https://${host}:${port}/told`, '{}', 't')]).toEqual([
      host,
      { ok: false, fault: 'private_address', status: null },
    ]);
  }
  expect(heard).toEqual([]);
});

test('past the service: no login sets an address that two people did not confirm', async () => {
  const set = (url: string) =>
    world.asOfficer(world.staff, (tx) =>
      tx.query('update border_client set callback_url = $2 where id = $1', [clientId(), url]),
    );
  await expect(set('https://mine.example/')).rejects.toThrow('two people let it in');
  const wish = { clientId: clientId(), address: 'https://mine.example/' };
  const { id } = mustBeOk(
    await world.asOfficer(world.staff, (tx) => proposals().proposeCallback(tx, wish)),
  );
  await expect(set('https://mine.example/')).rejects.toThrow('two people let it in');
  mustBeOk(await world.asOfficer(other, (tx) => proposals().decline(tx, id)));
});
