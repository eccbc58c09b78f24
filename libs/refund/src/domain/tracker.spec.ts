import { money, Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import type { DisbursementState } from './disbursement.lifecycle.ts';
import { trackerOf, type TrackedDisbursement, type TrackedRefund } from './tracker.ts';

const at = (n: number) => Temporal.Instant.from(`2026-12-0${n}T10:00:00Z`);
const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-12-05');

const disbursement = (
  state: DisbursementState,
  more: Partial<TrackedDisbursement> = {},
): TrackedDisbursement => ({
  attempt: 1,
  state,
  traceNumber: null,
  failureReason: null,
  route: 'processor',
  leavesAt: null,
  pendingReason: null,
  history: [
    { event: 'approved', at: at(1) },
    { event: 'sending_started', at: at(2) },
  ],
  ...more,
});
const refund = (
  disbursements: TrackedDisbursement[],
  more: Partial<TrackedRefund> = {},
): TrackedRefund => ({
  amount: money(1_000_000n, 'USD'),
  rule: 'R15a',
  decidedAt: at(1),
  promisedBy: day('2026-12-31'),
  returnedOn: null,
  rescue: null,
  disbursements,
  ...more,
});
const states = (f: TrackedRefund) => trackerOf(f, today).steps.map((s) => s.state);

test.each([
  ['approved', ['done', 'done', 'current', 'to_come', 'to_come'], 'we_send'],
  ['sending', ['done', 'done', 'current', 'to_come', 'to_come'], 'we_send'],
  ['unknown', ['done', 'done', 'problem', 'to_come', 'to_come'], 'we_check'],
  ['pending', ['done', 'done', 'done', 'current', 'to_come'], 'bank_books'],
  ['requires_action', ['done', 'done', 'done', 'problem', 'to_come'], 'payer_gives_details'],
  ['succeeded', ['done', 'done', 'done', 'done', 'done'], 'nothing'],
  ['failed', ['done', 'done', 'done', 'problem', 'to_come'], 'we_check'],
  ['failed_after_success', ['done', 'done', 'done', 'done', 'problem'], 'we_check'],
] as const)('a disbursement that is %s', (state, steps, next) => {
  const f = refund([disbursement(state)]);
  expect(states(f)).toEqual(steps);
  expect(trackerOf(f, today).next).toBe(next);
});

test('a refund that succeeded shows when, and the number for the bank', () => {
  const done = disbursement('succeeded', {
    traceNumber: '7477',
    history: [
      { event: 'approved', at: at(1) },
      { event: 'sending_started', at: at(2) },
      { event: 'processor_pending', at: at(2) },
      { event: 'processor_succeeded', at: at(3) },
    ],
  });
  const t = trackerOf(refund([done], { returnedOn: day('2026-12-03') }), today);
  expect(t.steps.map((s) => s.at)).toEqual([at(1), at(1), at(2), at(3), at(3)]);
  expect(t).toMatchObject({ traceNumber: '7477', isLate: false, failures: [] });
});

test('failed after success: the failure stays visible and the next disbursement waits', () => {
  const first = disbursement('failed_after_success', {
    failureReason: 'expired_or_canceled_card',
    history: [
      { event: 'approved', at: at(1) },
      { event: 'processor_succeeded', at: at(2) },
      { event: 'success_undone', at: at(4) },
    ],
  });
  const second = disbursement('due', { attempt: 2, history: [] });
  const t = trackerOf(refund([first, second]), today);
  expect(t.failures).toEqual([{ at: at(4), reason: 'expired_or_canceled_card' }]);
  expect(t.next).toBe('treasury_decides');
  expect(t.steps.map((s) => s.state)).toEqual(['done', 'problem', ...Array(3).fill('to_come')]);
});

test('the promise is kept on its day and broken on the next (R26)', () => {
  const late = (returnedOn: string | null, now: string) =>
    trackerOf(
      refund([disbursement('pending')], { returnedOn: returnedOn ? day(returnedOn) : null }),
      day(now),
    ).isLate;
  expect(late(null, '2026-12-31')).toBe(false);
  expect(late(null, '2027-01-01')).toBe(true);
  expect(late('2026-12-31', '2027-03-01')).toBe(false);
  expect(late('2027-01-01', '2027-03-01')).toBe(true);
});

test('in its hold, it says until when it is kept; once it leaves, no more', () => {
  const held = (state: DisbursementState) =>
    trackerOf(refund([disbursement(state, { leavesAt: at(6) })]), today);
  expect(held('approved')).toMatchObject({ leavesAt: at(6), next: 'we_send', failures: [] });
  expect(held('sending').leavesAt).toBeNull();
});

test('a first disbursement that waits is with the treasury and no failure; a later one follows a failure', () => {
  const first = refund([disbursement('due', { history: [] })]);
  expect(trackerOf(first, today).next).toBe('treasury_looks');
  expect(states(first)).toEqual(['done', 'current', 'to_come', 'to_come', 'to_come']);
  const again = refund([disbursement('failed'), disbursement('due', { attempt: 2, history: [] })]);
  expect(trackerOf(again, today).next).toBe('treasury_decides');
});

test('a refund that waits for our balance is not at the bank, and is a problem of ours', () => {
  const waiting = (pendingReason: string) =>
    refund([
      disbursement('pending', {
        pendingReason,
        history: [{ event: 'processor_pending', at: at(2) }],
      }),
    ]);
  const short = waiting('insufficient_funds');
  expect(trackerOf(short, today).next).toBe('we_top_up');
  expect(states(short)).toEqual(['done', 'done', 'problem', 'to_come', 'to_come']);
  expect(trackerOf(waiting('charge_pending'), today).next).toBe('payment_settles');
  expect(states(waiting('charge_pending'))).toEqual([
    ...['done', 'done', 'current', 'to_come', 'to_come'],
  ]);
  expect(trackerOf(waiting('processing'), today).next).toBe('bank_books');
});

test('whoever has the money by another way reads that it was returned, and of no failure', () => {
  const gone = disbursement('failed', {
    failureReason: 'charge_already_refunded',
    history: [{ event: 'processor_failed', at: at(3) }],
  });
  expect(trackerOf(refund([gone]), today)).toMatchObject({ next: 'we_check', failures: [] });
  const met = refund([gone], { returnedOn: day('2026-12-04') });
  expect(trackerOf(met, today)).toMatchObject({ next: 'nothing', failures: [] });
  expect(states(met)).toEqual(['done', 'done', 'done', 'done', 'done']);
});

test('by bank it is sent with the file, and at the bank once that has booked it', () => {
  const byBank = (state: DisbursementState, ...events: TrackedDisbursement['history']) =>
    refund([disbursement('canceled'), disbursement(state, { route: 'bank', history: events })], {
      rescue: 'under_way',
    });
  const inFile = { event: 'put_in_file', at: at(3) } as const;
  expect(trackerOf(byBank('sending', inFile), today)).toMatchObject({
    ...{ route: 'bank', next: 'we_send', failures: [] },
  });
  const booked = { event: 'bank_booked', at: at(4) } as const;
  const paid = trackerOf(byBank('succeeded', inFile, booked), today);
  expect(paid.steps.map((step) => step.at)).toEqual([at(1), null, at(3), at(4), at(4)]);
  const asked = refund([disbursement('failed'), disbursement('due', { attempt: 2 })], {
    rescue: 'asked',
  });
  expect(trackerOf(asked, today).next).toBe('payer_gives_account');
  expect(trackerOf({ ...asked, rescue: 'proposed' }, today).next).toBe('treasury_checks_account');
});
