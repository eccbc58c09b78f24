import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { readPublicKey } from './public-key.ts';

// The example of RFC 8037, appendix A: its key and its thumbprint.
const X = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
const KID = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';
const jwk = (more: object = {}) => JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: X, ...more });
const ed = generateKeyPairSync('ed25519');
const pem = (key: typeof ed.publicKey) => key.export({ format: 'pem', type: 'spki' }) as string;
const privatePem = ed.privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;

test('a JWK is read by what it is, whatever else it says of itself', async () => {
  const read = await readPublicKey(`\n ${jwk({ kid: 'other', use: 'sig', alg: 'EdDSA' })} \n`);
  const publicJwk = { kty: 'OKP', crv: 'Ed25519', x: X };
  expect(read).toEqual({ ok: true, value: { publicJwk, kid: KID } });
});

test('PEM and JWK of one key are the same key', async () => {
  const { x } = ed.publicKey.export({ format: 'jwk' });
  const [one, other] = [await readPublicKey(pem(ed.publicKey)), await readPublicKey(jwk({ x }))];
  expect(one).toMatchObject({ ok: true });
  expect(one).toEqual(other);
});

test.each([
  ['nothing', '', 'not_a_key'],
  ['words', 'our key is secret', 'not_a_key'],
  ['broken JSON', '{"kty":"OKP"', 'not_a_key'],
  ['a JWK without a point', '{"kty":"OKP","crv":"Ed25519"}', 'not_a_key'],
  ['a point that is too short', jwk({ x: 'AAAA' }), 'not_a_key'],
  ['a private JWK', jwk({ d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' }), 'private_key'],
  ['private PEM', privatePem, 'private_key'],
  ['public PEM before private PEM', pem(ed.publicKey) + privatePem, 'private_key'],
  ['another curve', pem(generateKeyPairSync('ed448').publicKey), 'wrong_kind_of_key'],
  ['a key for agreeing', pem(generateKeyPairSync('x25519').publicKey), 'wrong_kind_of_key'],
  [
    'an RSA key',
    pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey),
    'wrong_kind_of_key',
  ],
  ['a shared secret', '{"kty":"oct","k":"c2VjcmV0"}', 'private_key'],
  ['a long text', `{"kty":"OKP","x":"${'A'.repeat(5_000)}"}`, 'not_a_key'],
])('%s is refused', async (_what, text, code) => {
  expect(await readPublicKey(text)).toMatchObject({ ok: false, code });
});
