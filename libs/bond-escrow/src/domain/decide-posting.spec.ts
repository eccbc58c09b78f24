import { paymentWays, Temporal, type Instant } from '#kernel';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bondLifecycle } from './bond.lifecycle.ts';
import { mayLapse } from './decide-lapse.ts';
import { decidePosting, sessionEnd, waysOffered, type PaymentTry } from './decide-posting.ts';
import { paymentLifecycle } from './payment.lifecycle.ts';

const now = Temporal.Instant.from('2026-11-24T10:00:00Z');
const at = (minutes: number): Instant => now.add({ minutes });
const facts = {
  bondState: 'required' as const,
  postBy: now.add({ hours: 24 * 30 }),
  signed: true,
  way: 'card' as const,
  ways: paymentWays,
  payments: [] as PaymentTry[],
  now,
};
const payment = (
  state: PaymentTry['state'],
  expiresIn = 600,
  more: Partial<PaymentTry> = {},
): PaymentTry => ({
  id: `p-${state}`,
  state,
  way: 'card',
  transferUrl: null,
  ...more,
  sessionUrl: state === 'created' ? null : 'https://pay.example/1',
  sessionExpiresAt: at(expiresIn),
});

test('a signed bond that waits for money may be posted, and no other', () => {
  const allowed = bondLifecycle.states.filter(
    (bondState) => decidePosting({ ...facts, bondState }).ok,
  );
  expect(allowed).toEqual(['required', 'payment_started']);
  expect(decidePosting({ ...facts, signed: false })).toEqual({ ok: false, code: 'not_signed' });
});

test('up to the last millisecond, and not after it', () => {
  expect(decidePosting({ ...facts, postBy: now })).toMatchObject({ ok: true });
  expect(decidePosting({ ...facts, postBy: now.subtract({ milliseconds: 1 }) })).toEqual({
    ok: false,
    code: 'too_late',
    detail: { postBy: '2026-11-24T09:59:59.999Z' },
  });
});

test('what other payments make of it', () => {
  const made = paymentLifecycle.states.map((state) => {
    const d = decidePosting({ ...facts, payments: [payment(state)] });
    return `${state}: ${d.ok ? d.value.kind : d.code}`;
  });
  expect(made).toEqual([
    'created: resume',
    'awaiting_payer: reuse',
    'partially_funded: wrong_state',
    'processing: wrong_state',
    'paid: new',
    'failed: new',
    'expired: new',
    'inquiry: new',
    'disputed: new',
    'charged_back: new',
  ]);
});

test('the way that was chosen, and no other payment is taken up for it', () => {
  const made = (way: 'card' | 'bank_debit' | 'bank_transfer', other: Partial<PaymentTry>) => {
    const d = decidePosting({ ...facts, way, payments: [payment('awaiting_payer', 600, other)] });
    return d.ok ? d.value.kind : d.code;
  };
  const awaited = { way: 'bank_transfer', transferUrl: 'https://pay.example/2' } as const;
  expect(made('bank_debit', { way: 'bank_debit' })).toBe('reuse');
  expect(made('card', { way: 'bank_debit' })).toBe('new');
  expect(made('bank_transfer', { way: 'bank_transfer' })).toBe('reuse');
  expect(made('bank_transfer', awaited)).toBe('transfer_awaited');
  expect(made('card', awaited)).toBe('new');
  expect(decidePosting({ ...facts, way: 'bank_debit', ways: ['card'] })).toMatchObject({
    code: 'way_not_offered',
  });
});

test('banks of the United States carry their own currency only', () => {
  expect(waysOffered(paymentWays, 'USD')).toEqual(paymentWays);
  expect(waysOffered(paymentWays, 'XOF')).toEqual(['card']);
});

test('a session about to end is not used again, and tries have an end', () => {
  const nearly = { ...facts, payments: [payment('awaiting_payer', 1)] };
  expect(decidePosting(nearly)).toMatchObject({ value: { kind: 'new' } });
  const many = { ...facts, payments: Array.from({ length: 50 }, () => payment('expired')) };
  expect(decidePosting(many)).toEqual({ ok: false, code: 'too_many_tries' });
});

test('a session ends at the deadline, within what the processor allows', () => {
  const end = (minutes: number) => sessionEnd(at(minutes), now).toString();
  expect(end(60 * 24 * 30)).toBe('2026-11-25T09:59:00Z');
  expect(end(120)).toBe('2026-11-24T12:00:00Z');
  expect(end(5)).toBe('2026-11-24T10:31:00Z');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 * 24 * 40 }), (minutes) => {
      const lives = sessionEnd(at(minutes), now).since(now).total('minutes');
      // A minute inside the processor's limits on both sides: its clock is not ours.
      expect(lives).toBeGreaterThanOrEqual(31 - 1 / 60);
      expect(lives).toBeLessThanOrEqual(24 * 60 - 1);
    }),
  );
});

const runs = (postBy: typeof now) => ({ clock: { postBy, paused: null }, now });
const lapse = { bondState: 'required' as const, paymentStates: [], ...runs(at(-1)) };

test('a bond lapses after its last moment, if nobody is paying', () => {
  expect(mayLapse(lapse)).toEqual({ ok: true, value: true });
  expect(mayLapse({ ...lapse, ...runs(now) })).toEqual({ ok: false, code: 'not_due' });
  const lapsing = bondLifecycle.states.filter((bondState) => mayLapse({ ...lapse, bondState }).ok);
  expect(lapsing).toEqual(['required', 'payment_started']);
});

test('what is under way, or not known to be over, does not lapse (R9)', () => {
  const spared = paymentLifecycle.states.filter(
    (state) => !mayLapse({ ...lapse, paymentStates: ['expired', state] }).ok,
  );
  expect(spared).toEqual(['created', 'awaiting_payer', 'partially_funded', 'processing']);
});
