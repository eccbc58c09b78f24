// What is given to border systems works as it is written: the client, the curl example, and each example
// of the description, against the running API.
import { execFile, execFileSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exportJWK } from 'jose';
import { BorderSystem, Refused, type Movement } from '../../docs/border-client/border-system.ts';
import { MovementAssessor } from '#departure';
import { newId } from '#platform';
import { AUDIENCE, minutesAgo, type Post } from '../support/world/border.ts';
import { World } from '../support/world/world.ts';

const SCRIPT = 'docs/border-client/report.sh';
const run = promisify(execFile);
// The examples name days of their own; a movement may not be in the future.
const EXAMPLE_AT = minutesAgo(90);
const folder = mkdtempSync(join(tmpdir(), 'border-'));

let world: World;
let api: NestFastifyApplication;
let port: number;

beforeAll(async () => {
  world = await World.start();
  api = await world.site('api');
  await api.listen(0, '127.0.0.1');
  ({ port } = api.getHttpServer().address() as { port: number });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  expect(await world.stop()).toEqual([]);
});

const pemOf = async ({ key }: Post) => {
  const jwk = await exportJWK(key);
  return createPrivateKey({ key: { ...jwk }, format: 'jwk' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString();
};
/** Tokens are for the address by which the API is known; here it listens elsewhere. */
async function system(post = world.post): Promise<BorderSystem> {
  const border = new BorderSystem(AUDIENCE, post.client.id, await pemOf(post));
  const elsewhere: typeof fetch = (url, init) =>
    fetch((url as string).replace(AUDIENCE, `http://127.0.0.1:${port}`), init);
  border.fetch = elsewhere;
  return border;
}

test('the client reports, corrects, says what is complete and learns what became of it', async () => {
  const posted = await world.aBond().withVisa();
  const border = await system();
  const admission = { ...world.record('admitted', posted), authorisedUntil: minutesAgo(-14_400).slice(0, 10) } as Movement; // prettier-ignore
  const receipt = await border.report([admission, { ...admission, recordId: '?' }], 'one');
  expect(receipt.items.map((i) => i.result)).toEqual(['accepted', 'rejected']);
  expect(await border.report([admission, { ...admission, recordId: '?' }], 'one')).toMatchObject({
    ...{ batchId: receipt.batchId, replayed: true },
  });
  const before = await border.outcome(receipt.batchId);
  expect(before).toMatchObject({ done: false, items: [{ status: 'received' }, {}] });
  await world.worker.get(MovementAssessor).assessBatch(receipt.batchId);
  const after = await border.outcome(receipt.batchId);
  expect(after).toMatchObject({ done: true, items: [{ status: 'used' }, { result: 'rejected' }] });
  const corrected = { ...admission, recordId: newId(), corrects: admission.recordId };
  const { batchId } = await border.report([{ ...corrected, authorisedUntil: minutesAgo(-7200).slice(0, 10) }]); // prettier-ignore
  await world.worker.get(MovementAssessor).assessBatch(batchId);
  expect((await border.outcome(receipt.batchId)).items[0]!.status).toBe('corrected');
  const marks = await border.complete([{ port: 'BKO', through: minutesAgo(2880).slice(0, 10) }]);
  expect(marks).toMatchObject({ items: [{ result: 'accepted' }] });
});

test('a batch is its own border system’s and nobody else’s, and nothing in it is a person’s', async () => {
  const border = await system();
  const record = world.record('departed', await world.aBond().withVisa()) as Movement;
  const { batchId } = await border.report([record]);
  const other = await system(await world.aPost());
  for (const id of [batchId, newId(), 'no-id']) {
    await expect(other.outcome(id)).rejects.toMatchObject({ status: 404, code: 'unknown_batch' });
  }
  const told = JSON.stringify(await border.outcome(batchId));
  expect(told).not.toContain(record.document.number);
  await expect(other.outcome(batchId)).rejects.toBeInstanceOf(Refused);
});

// Windows has neither; wherever this is developed both are there.
const hasTools = ['curl', 'openssl'].every((tool) => isThere(tool));
(hasTools ? test : test.skip)('the script reports a file as its first lines say', async () => {
  const record = world.record('admitted', await world.aBond().withVisa());
  const [file, key] = [join(folder, 'movements.json'), join(folder, 'border.pem')];
  writeFileSync(file, JSON.stringify({ movements: [record] }));
  writeFileSync(key, await pemOf(world.post));
  // What is signed names the API as it is known; only the way there is another.
  const there = join(folder, 'curl');
  writeFileSync(
    there,
    `#!/bin/sh\nexec ${which('curl')} --connect-to localhost:3002:127.0.0.1:${port} "$@"\n`,
    { mode: 0o755 },
  );
  const env = { ...process.env, API: AUDIENCE, CLIENT: world.post.client.id, KEY: key };
  const { stdout } = await run('sh', [SCRIPT, file], {
    env: { ...env, PATH: `${folder}:${process.env.PATH}` },
  });
  expect(JSON.parse(stdout)).toMatchObject({ items: [{ result: 'accepted' }] });
});

const which = (tool: string) =>
  execFileSync('sh', ['-c', `command -v ${tool}`])
    .toString()
    .trim();
function isThere(tool: string): boolean {
  try {
    return which(tool) !== '';
  } catch {
    return false;
  }
}

test('each example of the description is accepted as it stands', async () => {
  type Examples = Record<string, { value: { movements?: Movement[] } }>;
  const description = (await api.inject('/openapi.json')).json<{
    paths: Record<
      string,
      { post?: { requestBody: { content: Record<string, { examples: Examples }> } } }
    >;
  }>();
  const { content } = description.paths['/border/movements']!.post!.requestBody;
  const border = await system();
  for (const { value } of Object.values(content['application/json']!.examples)) {
    const authorisedUntil = minutesAgo(-1440).slice(0, 10);
    const now = value.movements!.map((m) => ({
      ...{ ...m, happenedAt: EXAMPLE_AT },
      ...(m.authorisedUntil && { authorisedUntil }),
    }));
    const { items } = await border.report(now);
    expect(items.map((i) => [i.recordId, i.result])).toEqual([[now[0]!.recordId, 'accepted']]);
  }
});
