import { expect, test } from '@jest/globals';
import Stripe from 'stripe';
import { verifyEvent } from './verify-event.ts';

const SECRET = 'whsec_one';
const NOW = 1_800_000_000;
const event = (more: object = {}) => ({
  id: 'evt_1',
  object: 'event',
  type: 'payment_intent.succeeded',
  created: NOW,
  livemode: false,
  api_version: '2026-10-28.endive',
  data: { object: { object: 'payment_intent', id: 'pi_1', metadata: {} } },
  ...more,
});
const signed = (body: unknown, secret = SECRET, timestamp = NOW) => {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  const header = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
  return { raw: Buffer.from(payload), header };
};
const verify = ({ raw, header }: { raw: Buffer; header: string }, secrets = [SECRET]) =>
  verifyEvent(raw, header, secrets, NOW);

test('a signed event is read, by any of the secrets', () => {
  const read = { ok: true, value: expect.objectContaining({ id: 'evt_1', objectId: 'pi_1' }) };
  expect(verify(signed(event()))).toEqual(read);
  expect(verify(signed(event()), ['whsec_new', SECRET])).toEqual(read);
});

test.each([
  ['another secret', signed(event(), 'whsec_other')],
  ['no header', { ...signed(event()), header: '' }],
  [
    'another body',
    { ...signed(event()), raw: Buffer.from(JSON.stringify(event({ id: 'evt_2' }))) },
  ],
  ['older than five minutes', signed(event(), SECRET, NOW - 301)],
  ['from the future', signed(event(), SECRET, NOW + 301)],
  ['two timestamps', { ...signed(event()), header: `t=1,${signed(event()).header}` }],
  [
    'only the old scheme',
    { ...signed(event()), header: signed(event()).header.replace('v1', 'v0') },
  ],
])('%s is a bad signature', (_what, sent) => {
  expect(verify(sent)).toEqual({ ok: false, code: 'bad_signature' });
});

test('five minutes either way are tolerated, and no secret accepts nothing', () => {
  expect(verify(signed(event(), SECRET, NOW - 300)).ok).toBe(true);
  expect(verify(signed(event(), SECRET, NOW + 300)).ok).toBe(true);
  expect(verify(signed(event()), [])).toEqual({ ok: false, code: 'bad_signature' });
});

test.each([
  ['not JSON', 'oh no'],
  ['another object', { object: 'charge', id: 'ch_1' }],
  ['the thin kind', { object: 'v2.core.event', id: 'evt_1' }],
  ['an id of no event', event({ id: 'ev 1' })],
  ['a NUL in its type', event({ type: 'payment_intent.\0succeeded' })],
  ['a NUL in its version', event({ api_version: '2026\0' })],
  ['a NUL in its object', event({ data: { object: { object: 'refund\0', id: 're_1' } } })],
  ['words for a type', event({ type: 'paid at last' })],
  ['no date', event({ created: 'today' })],
  ['no object', event({ data: {} })],
])('signed, but %s: no event', (_what, body) => {
  expect(verify(signed(body))).toEqual({ ok: false, code: 'not_an_event' });
});

test('too large is refused before anything is computed', () => {
  const sent = signed(event({ filler: 'x'.repeat(1_000_001) }));
  expect(verify(sent)).toMatchObject({ ok: false, code: 'not_an_event' });
});

test('a charge is looked up by its payment, and our own id is kept as a hint', () => {
  const ours = '0198c5a0-0000-7000-8000-000000000001';
  const of = (type: string, object: object) => {
    const read = verify(signed(event({ type, data: { object } })));
    if (!read.ok) throw new Error(read.code);
    const { objectId, objectKind, ourId } = read.value;
    return [objectId, objectKind, ourId];
  };
  const charge = { object: 'charge', id: 'ch_1', payment_intent: 'pi_9' };
  expect(of('charge.updated', { ...charge, metadata: { payment_id: ours } })).toEqual([
    'pi_9',
    'payment_intent',
    ours,
  ]);
  expect(of('charge.updated', { ...charge, payment_intent: null })).toEqual([
    'ch_1',
    'charge',
    null,
  ]);
  const refund = { object: 'refund', id: 're_1', payment_intent: 'pi_9' };
  expect(of('refund.created', { ...refund, metadata: { disbursement_id: ours } })).toEqual([
    're_1',
    'refund',
    ours,
  ]);
  expect(of('refund.created', { ...refund, metadata: { disbursement_id: 'x; drop' } })).toEqual([
    're_1',
    'refund',
    null,
  ]);
  expect(of('balance.available', { object: 'balance' })).toEqual([null, 'balance', null]);
});
