// Plays a border post: signs one movement as a registered client and sends it to the API.
//   npm run border -- admitted --passport 910000037
//   npm run border -- departed --passport 910000037 [--at 2026-12-01T10:00:00Z]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { JWK } from 'jose';
import { borderKey, reportCrossing, type Crossing } from './border-call.ts';
import { dataFolder } from './checkout.ts';
import { inOneLine } from './run.ts';
import { readPorts } from './start-settings.ts';

const KINDS = ['admitted', 'departed', 'refused'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    passport: { type: 'string' },
    state: { type: 'string', default: 'USA' },
    port: { type: 'string', default: 'BKO' },
    at: { type: 'string', default: new Date().toISOString() },
    until: { type: 'string' },
    api: { type: 'string', default: process.env.API_URL ?? `http://localhost:${readPorts().api}` },
    key: { type: 'string', default: join(dataFolder, 'demo-border-key.json') },
  },
});
const kind = positionals[0];

if (!kind || !KINDS.includes(kind) || !values.passport) {
  console.error('Usage: npm run border -- admitted|departed|refused --passport NUMBER');
  console.error('       [--state USA] [--port BKO] [--at TIME] [--until DATE, for admitted]');
  process.exit(2);
}

/** The demonstration's border post: its key was made with the invented people. */
function readKey(path: string) {
  if (existsSync(path)) {
    return JSON.parse(readFileSync(path, 'utf8')) as { clientId: string; privateJwk: JWK };
  }
  console.error(`There is no key of a border post at ${path}: run "npm start" first.`);
  process.exit(1);
}

async function main(crossing: Crossing): Promise<void> {
  const { clientId, privateJwk } = readKey(values.key);
  const post = { clientId, key: await borderKey(privateJwk), apiUrl: values.api };
  const reply = await reportCrossing(post, crossing);
  console.log(reply.status, await reply.text());
  process.exitCode = reply.ok ? 0 : 1;
}

await main({ ...values, kind, passport: values.passport }).catch((error: unknown) => {
  const isUnreached = error instanceof TypeError; // fetch's way to say that nobody answered
  console.error(
    isUnreached
      ? `Nothing answers at ${values.api}. Is "npm start" running, with the same API_PORT?`
      : inOneLine(error),
  );
  process.exitCode = 1;
});
