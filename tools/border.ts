// Plays a border post: signs one movement or mark as a registered client and sends it to the API.
//   npm run border -- admitted --passport 910000037
//   npm run border -- departed --passport 910000037 [--at 2026-12-01T10:00:00Z]
//   npm run border -- complete [--through 2026-11-30] [--correction]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { JWK } from 'jose';
import { borderKey, reportCrossing, reportMark } from './border-call.ts';
import { dataFolder } from './checkout.ts';
import { inOneLine } from './run.ts';
import { readPorts } from './start-settings.ts';

const KINDS = ['admitted', 'departed', 'refused'];
const COMPLETE = 'complete';
const yesterday = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    passport: { type: 'string' },
    state: { type: 'string', default: 'USA' },
    port: { type: 'string', default: 'BKO' },
    at: { type: 'string', default: new Date().toISOString() },
    until: { type: 'string' },
    through: { type: 'string', default: yesterday() },
    correction: { type: 'boolean', default: false },
    api: { type: 'string', default: process.env.API_URL ?? `http://localhost:${readPorts().api}` },
    key: { type: 'string', default: join(dataFolder, 'demo-border-key.json') },
  },
});
const kind = positionals[0];

const { passport } = values;
if (!kind || !(kind === COMPLETE || (KINDS.includes(kind) && passport))) {
  console.error('Usage: npm run border -- admitted|departed|refused --passport NUMBER');
  console.error('       [--state USA] [--port BKO] [--at TIME] [--until DATE, for admitted]');
  console.error('   or: npm run border -- complete [--port BKO] [--through DATE] [--correction]');
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

async function main(what: string): Promise<void> {
  const { clientId, privateJwk } = readKey(values.key);
  const post = { clientId, key: await borderKey(privateJwk), apiUrl: values.api };
  const { port, through, correction } = values;
  const reply =
    what === COMPLETE
      ? await reportMark(post, { port, through, ...(correction && { correction }) })
      : await reportCrossing(post, { ...values, kind: what, passport: passport ?? '' });
  console.log(reply.status, await reply.text());
  process.exitCode = reply.ok ? 0 : 1;
}

await main(kind).catch((error: unknown) => {
  const isUnreached = error instanceof TypeError; // fetch's way to say that nobody answered
  console.error(
    isUnreached
      ? `Nothing answers at ${values.api}. Is "npm start" running, with the same API_PORT?`
      : inOneLine(error),
  );
  process.exitCode = 1;
});
