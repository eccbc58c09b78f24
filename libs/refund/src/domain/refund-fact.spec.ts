import { money } from '#kernel';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { disbursementLifecycle, isOpen, type DisbursementState } from './disbursement.lifecycle.ts';
import { decideRefundFact, type KnownDisbursement, type ToldRefund } from './refund-fact.ts';

const row = (more: Partial<KnownDisbursement> = {}): KnownDisbursement => ({
  state: 'sending',
  amount: money(1_000_000n, 'USD'),
  processorPaymentId: 'pi_1',
  processorRefundId: null,
  pendingReason: null,
  traceNumber: null,
  ...more,
});
const fact = (more: Partial<ToldRefund> = {}): ToldRefund => ({
  processorRefundId: 're_1',
  processorPaymentId: 'pi_1',
  amount: money(1_000_000n, 'USD'),
  status: 'succeeded',
  pendingReason: null,
  failureReason: null,
  traceNumber: null,
  ...more,
});
const STATUSES = ['pending', 'requires_action', 'succeeded', 'failed', 'canceled'] as const;

const short = (state: DisbursementState, status: ToldRefund['status']) => {
  const d = decideRefundFact(row({ state }), fact({ status }));
  if (d.kind === 'move') return d.ledger === 'none' ? d.event : `${d.event} + ${d.ledger}`;
  return d.kind === 'park' ? `park: ${d.why}` : d.kind;
};

const sent = {
  succeeded: 'processor_succeeded + settle',
  failed: 'processor_failed + void',
  canceled: 'processor_canceled + void',
};
const notSent = Object.fromEntries(STATUSES.map((s) => [s, 'park: refund_not_sent_by_us']));
const back = 'park: refund_went_backwards';
const over = 'park: refund_succeeded_after_it_was_over';
const EXPECTED: Record<DisbursementState, Record<string, string>> = {
  due: notSent,
  approved: notSent,
  sending: {
    ...sent,
    pending: 'processor_pending',
    requires_action: 'processor_requires_action',
  },
  unknown: {
    ...sent,
    pending: 'processor_pending',
    requires_action: 'processor_requires_action',
  },
  pending: { ...sent, pending: 'nothing', requires_action: 'processor_requires_action' },
  requires_action: { ...sent, pending: 'processor_pending', requires_action: 'nothing' },
  succeeded: {
    pending: back,
    requires_action: back,
    succeeded: 'nothing',
    failed: 'success_undone + take_back',
    canceled: 'success_undone + take_back',
  },
  failed: {
    pending: back,
    requires_action: back,
    succeeded: 'succeeded_after_failure + settle',
    failed: 'nothing',
    canceled: 'nothing',
  },
  canceled: {
    pending: back,
    requires_action: back,
    succeeded: over,
    failed: 'nothing',
    canceled: 'nothing',
  },
  failed_after_success: {
    pending: back,
    requires_action: back,
    succeeded: over,
    failed: 'nothing',
    canceled: 'nothing',
  },
};

test.each(disbursementLifecycle.states)('%s: what each word of the processor does', (state) => {
  const found = Object.fromEntries(STATUSES.map((status) => [status, short(state, status)]));
  expect(found).toEqual(EXPECTED[state]);
});

test('what contradicts our row is parked in every state', () => {
  for (const state of disbursementLifecycle.states) {
    const why = (r: Partial<KnownDisbursement>, f: Partial<ToldRefund>) => {
      const d = decideRefundFact(row({ state, ...r }), fact(f));
      return d.kind === 'park' ? d.why : d.kind;
    };
    expect(why({}, { amount: money(999_999n, 'USD') })).toBe('refund_amount_differs');
    expect(why({}, { amount: money(1_000_000n, 'XOF') })).toBe('refund_amount_differs');
    expect(why({}, { processorPaymentId: 'pi_2' })).toBe('refund_of_other_payment');
    expect(why({ processorRefundId: 're_2' }, {})).toBe('other_refund_for_disbursement');
  }
});

test('a trace number is noted once, and only without another change', () => {
  const told = fact({ traceNumber: '7477' });
  expect(decideRefundFact(row({ state: 'succeeded' }), told)).toEqual({
    kind: 'note',
    traceNumber: '7477',
    pendingReason: null,
  });
  expect(decideRefundFact(row({ state: 'succeeded', traceNumber: '7477' }), told).kind).toBe(
    'nothing',
  );
  expect(decideRefundFact(row({ state: 'sending' }), told).kind).toBe('move');
});

test('why it waits is noted when it is news, and forgotten when it no longer waits for it', () => {
  const told = fact({ status: 'pending', pendingReason: 'insufficient_funds' });
  const known = row({ state: 'pending' });
  expect(decideRefundFact(known, told)).toMatchObject({
    ...{ kind: 'note', pendingReason: 'insufficient_funds' },
  });
  const waiting = { ...known, pendingReason: 'insufficient_funds' };
  expect(decideRefundFact(waiting, told).kind).toBe('nothing');
  expect(decideRefundFact(waiting, { ...told, pendingReason: null })).toMatchObject({
    ...{ kind: 'note', pendingReason: null },
  });
});

test('whatever order news come in, every move is an edge and the reserve is used up once', () => {
  const news = fc.array(fc.constantFrom(...STATUSES), { maxLength: 12 });
  fc.assert(
    fc.property(news, (statuses) => {
      let state: DisbursementState = 'sending';
      let reserve: 'standing' | 'settled' | 'voided' | 'taken_back' = 'standing';
      for (const status of statuses) {
        const d = decideRefundFact(row({ state }), fact({ status }));
        if (d.kind !== 'move') continue;
        const to = disbursementLifecycle.next(state, d.event);
        expect(to.ok).toBe(true);
        if (to.ok) state = to.value;
        if (d.ledger === 'void') expect(reserve).toBe('standing');
        if (d.ledger === 'settle') expect(['standing', 'voided']).toContain(reserve);
        if (d.ledger === 'take_back') expect(reserve).toBe('settled');
        if (d.ledger !== 'none') {
          reserve = ({ settle: 'settled', void: 'voided', take_back: 'taken_back' } as const)[
            d.ledger
          ];
        }
        expect(isOpen(state)).toBe(reserve === 'standing');
        expect(state === 'succeeded').toBe(reserve === 'settled');
      }
    }),
  );
});
