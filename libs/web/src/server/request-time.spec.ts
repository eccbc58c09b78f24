// Slow senders on real connections: who is cut off, who is waited for.
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { limitRequestTime } from './request-time.ts';

const TIMES = { bodyMs: 400, fileMs: 1_600, paceMs: 300, paceBytes: 30 };
const BYTES = 400;
let server: FastifyInstance;
let isBusy = false;

beforeAll(async () => {
  server = fastify();
  limitRequestTime(server, TIMES);
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const read = async (body: AsyncIterable<Buffer>) => {
    if (isBusy) await pause(900);
    let length = 0;
    for await (const chunk of body) length += chunk.length;
    return `${length}`;
  };
  server.get('/', async () => 'here');
  server.post('/form', async ({ body }) => read(body as AsyncIterable<Buffer>));
  server.post('/file', { config: { takesFile: true } }, async ({ body }) =>
    read(body as AsyncIterable<Buffer>),
  );
  server.post('/early', async () => 'enough');
  await server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => server.close());

/** Sends a body piece by piece; resolves with the first line of the answer and its last. */
async function send(path: string, pieces: number, everyMs: number, bytes = BYTES) {
  const { port } = server.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => (answer += data.toString()));
  socket.on('error', () => undefined);
  const over = new Promise((resolve) => socket.once('close', resolve));
  const begun = Date.now();
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: x/y\r\n` +
      `Content-Length: ${bytes}\r\n\r\n`,
  );
  for (let sent = 0; sent < pieces && answer === ''; sent++) {
    socket.write('x'.repeat(bytes / pieces));
    await pause(everyMs);
  }
  await over;
  const lines = answer.trim().split('\r\n');
  return { status: lines[0]?.split(' ')[1], said: lines.at(-1), ms: Date.now() - begun };
}

test('a file may take longer than any other body, while it keeps coming', async () => {
  const file = await send('/file', 10, 90);
  expect(file).toMatchObject({ status: '200', said: `${BYTES}` });
  expect(file.ms).toBeGreaterThan(TIMES.bodyMs);
});

test('any other body is cut off when the usual time is over, however it comes', async () => {
  const form = await send('/form', 10, 90);
  expect(form).toMatchObject({ status: '408', said: expect.stringContaining('too slowly') });
  expect(form.ms).toBeLessThan(TIMES.fileMs);
});

test('a file that comes too slowly is cut off long before its time is over', async () => {
  const file = await send('/file', 40, 250);
  expect(file.status).toBe('408');
  expect(file.ms).toBeLessThan(TIMES.fileMs);
});

test('a file that takes for ever is cut off when its time is over', async () => {
  const file = await send('/file', 20, 120);
  expect(file.status).toBe('408');
  expect(file.ms).toBeGreaterThan(TIMES.fileMs - 100);
});

test('who waits for us is not the slow one', async () => {
  isBusy = true;
  // Far more than is taken from a connection while nobody reads.
  const file = await send('/file', 1, 10, 3_000_000);
  isBusy = false;
  expect(file).toMatchObject({ status: '200', said: '3000000' });
});

test('who was answered before the body was over is answered once', async () => {
  const early = await send('/early', 1, 10, 3_000_000);
  expect(early).toMatchObject({ status: '200', said: 'enough' });
});

test('what brings no body is not watched, and the server goes on', async () => {
  const { port } = server.server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`);
  expect(await answer.text()).toBe('here');
});

test('what the program asks of itself has no connection to cut off', async () => {
  const payload = 'x'.repeat(BYTES);
  const headers = { 'content-type': 'x/y', 'content-length': `${BYTES}` };
  const answer = await server.inject({ method: 'POST', url: '/early', headers, payload });
  await pause(TIMES.bodyMs + 100);
  expect(answer.body).toBe('enough');
});
