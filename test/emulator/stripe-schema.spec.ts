/** The generator behind the checks: what it makes of the SDK's types, and when it makes it anew. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { StripeSchema } from '../../apps/stripe-emulator/src/http/schema.ts';
import { buildStripeSchema, isStale } from '../../apps/stripe-emulator/schema/index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'stripe-schema-'));
const file = path.join(folder, 'made', 'schema.json');
let schema: StripeSchema;

beforeAll(async () => {
  await buildStripeSchema(file);
  schema = JSON.parse(readFileSync(file, 'utf8')) as StripeSchema;
}, 30_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('it is small, of the pinned version, and every reference leads somewhere', () => {
  expect(statSync(file).size).toBeLessThan(1_000_000);
  expect(schema['x-api-version']).toBe('2026-10-28.endive');
  const refs = [...readFileSync(file, 'utf8').matchAll(/"#\/definitions\/([^"]+)"/g)];
  expect(refs.length).toBeGreaterThan(500);
  const lost = refs.filter(([, name = '']) => !schema.definitions[decodeURIComponent(name)]);
  expect(lost).toEqual([]);
});

test('required fields, open enumerations, texts that are decimals and foreign resources', () => {
  const refund = schema.definitions['Refunds.Refund'] as Record<string, never>;
  expect(refund['required']).toHaveLength(17);
  expect(refund['additionalProperties']).toBe(false);
  expect(schema.definitions['Prices.Price']).toMatchObject({
    properties: { unit_amount_decimal: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
  });
  expect(schema.definitions['Refunds.RefundCreateParams']).toMatchObject({
    properties: {
      reason: { 'x-known-values': ['duplicate', 'fraudulent', 'requested_by_customer'] },
    },
  });
  expect(schema.definitions['PaymentIntents.PaymentIntent']).toMatchObject({
    properties: { review: { anyOf: [{}, { not: {}, 'x-resource': 'review' }, {}] } },
  });
  const create = schema.requests['SessionCreate']?.$ref?.split('/').pop() ?? '';
  const { properties } = schema.definitions[decodeURIComponent(create)] ?? {};
  expect(properties).toHaveProperty('allowed_payment_method_types');
  expect(properties).not.toHaveProperty('payment_method_types');
});

test('a file of another generator or another SDK version is stale', () => {
  expect(isStale(file)).toBe(false);
  expect(isStale(path.join(folder, 'none.json'))).toBe(true);
  const other = path.join(folder, 'other.json');
  const text = readFileSync(file, 'utf8');
  writeFileSync(other, text.replace(/"x-fingerprint":"./, '"x-fingerprint":"_'));
  expect(isStale(other)).toBe(true);
});
