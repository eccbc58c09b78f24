import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { worthlessSecrets } from './secret-strength.ts';

const complaints = (...values: (string | Buffer)[]) =>
  worthlessSecrets(new Map(values.map((value, i) => [`S${i}`, Buffer.from(value)])));

test('what was drawn at random is fit, in every form that people keep it in', () => {
  for (let i = 0; i < 500; i++) {
    const bytes = randomBytes(32);
    const forms = [bytes, bytes.toString('base64'), randomBytes(16).toString('hex')];
    expect(complaints(...forms, `whsec_${randomBytes(16).toString('hex')}`)).toEqual([]);
  }
});

test.each([
  'a'.repeat(32),
  'ab'.repeat(30),
  '0'.repeat(64),
  '12345678901234567890123456789012',
  Buffer.alloc(32),
  Buffer.from(Array.from({ length: 32 }, (_, i) => i)),
])('what nobody drew is named: %s', (worthless) => {
  expect(complaints(worthless)).toEqual([expect.stringContaining('S0: not random enough')]);
});

test('one secret in two places is named with both', () => {
  const bytes = randomBytes(32);
  expect(complaints(bytes, randomBytes(32), bytes)).toEqual([
    'S0, S2: each needs a secret of its own',
  ]);
});
