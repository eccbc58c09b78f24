// Plays a border post: signs one movement as a registered client and sends it to the API.
//   npm run border -- admitted --passport 912345678 --state USA --port BKO
//   npm run border -- departed --passport 912345678 --state USA --port BKO [--at 2026-12-01T10:00Z]
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { importJWK, SignJWT, type JWK } from 'jose';

const KINDS = ['admitted', 'departed', 'refused'];

interface BorderKey {
  clientId: string;
  privateJwk: JWK;
}

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

async function signed(body: string): Promise<string> {
  const { clientId, privateJwk } = JSON.parse(readFileSync(values.key, 'utf8')) as BorderKey;
  return new SignJWT({ body_sha256: createHash('sha256').update(body).digest('hex') })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(clientId)
    .setAudience(values.api)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('2m')
    .sign(await importJWK(privateJwk, 'EdDSA'));
}

const body = JSON.stringify({
  movements: [
    {
      recordId: randomUUID(),
      kind,
      port: values.port,
      happenedAt: values.at,
      document: { issuingState: values.state, number: values.passport },
      ...(values.until && { authorisedUntil: values.until }),
    },
  ],
});
const reply = await fetch(new URL('/border/movements', values.api), {
  method: 'POST',
  headers: {
    authorization: `Bearer ${await signed(body)}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  },
  body,
});
console.log(reply.status, await reply.text());
process.exit(reply.ok ? 0 : 1);
