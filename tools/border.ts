// Plays a border post: signs one movement as a registered client and sends it to the API.
//   npm run border -- admitted --passport 910000037
//   npm run border -- departed --passport 910000037 [--at 2026-12-01T10:00:00Z]
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { JWK } from 'jose';
import { borderKey, reportCrossing } from './border-call.ts';

const KINDS = ['admitted', 'departed', 'refused'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    passport: { type: 'string' },
    state: { type: 'string', default: 'USA' },
    port: { type: 'string', default: 'BKO' },
    at: { type: 'string', default: new Date().toISOString() },
    until: { type: 'string' },
    api: { type: 'string', default: process.env.API_URL ?? 'http://localhost:3002' },
    key: { type: 'string', default: '.data/demo-border-key.json' },
  },
});
const kind = positionals[0];

if (!kind || !KINDS.includes(kind) || !values.passport) {
  console.error('Usage: npm run border -- admitted|departed|refused --passport NUMBER');
  console.error('       [--state USA] [--port BKO] [--at TIME] [--until DATE, for admitted]');
  process.exit(2);
}

const file = JSON.parse(readFileSync(values.key, 'utf8')) as { clientId: string; privateJwk: JWK };
const post = {
  clientId: file.clientId,
  key: await borderKey(file.privateJwk),
  apiUrl: values.api,
};
const reply = await reportCrossing(post, { ...values, kind, passport: values.passport });
console.log(reply.status, await reply.text());
process.exit(reply.ok ? 0 : 1);
