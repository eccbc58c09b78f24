/** A payment that its payer's bank disputes: what is taken, what is refused, and how it ends. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type Stripe from 'stripe';

import { aSandbox, chargeOf, refusal, type Sandbox } from './support.ts';

let sandbox: Sandbox;
beforeAll(async () => void (sandbox = await aSandbox({ delayMs: 3_600_000 })));
beforeEach(() => sandbox.control('POST', '/reset'));
afterAll(() => sandbox.close());

const dispute = (intent: string, more: object = {}) =>
  sandbox.control<Stripe.Dispute>('POST', `/payment_intents/${intent}/dispute`, more);
const becomes = (id: string, step: string) =>
  sandbox.control<Stripe.Dispute>('POST', `/disputes/${id}/${step}`);
const disputeEvents = async () =>
  (await sandbox.eventTypes()).filter((type) => type.startsWith('charge.dispute.'));
const moved = ({ balance_transactions: rows }: Stripe.Dispute) =>
  rows.map((r) => [r.amount, r.fee]);

test('the money is taken with a fee, no refund is made, and it comes back when it is won', async () => {
  const intent = await sandbox.paid();
  const { id } = await dispute(intent.id);
  const open = await sandbox.stripe.disputes.retrieve(id);
  expect(open).toMatchObject({ status: 'needs_response', payment_intent: intent.id });
  expect(moved(open)).toEqual([[-1_000_000, 1500]]);
  const refund = sandbox.stripe.refunds.create({ payment_intent: intent.id });
  expect(await refusal(refund)).toMatchObject({ status: 400, code: 'charge_disputed' });
  expect(moved(await becomes(id, 'win'))).toEqual([
    [-1_000_000, 1500],
    [1_000_000, 0],
  ]);
  const made = await sandbox.stripe.refunds.create({ payment_intent: intent.id });
  expect(made.status).toBe('succeeded');
  const again = await sandbox.stripe.paymentIntents.retrieve(intent.id, {
    expand: ['latest_charge'],
  });
  expect(chargeOf(again).disputed).toBe(true);
  expect(await disputeEvents()).toEqual([
    ...['charge.dispute.created', 'charge.dispute.funds_withdrawn'],
    ...['charge.dispute.funds_reinstated', 'charge.dispute.closed'],
  ]);
});

test('an inquiry takes nothing and lets the payment be refunded', async () => {
  const intent = await sandbox.paid();
  const { id } = await dispute(intent.id, { inquiry: true });
  await sandbox.stripe.refunds.create({ payment_intent: intent.id, amount: 100 });
  const closed = await becomes(id, 'win');
  expect(closed).toMatchObject({ status: 'warning_closed', balance_transactions: [] });
  expect(await disputeEvents()).toEqual(['charge.dispute.created', 'charge.dispute.closed']);
});

test('a refund that waits while its payment is disputed fails', async () => {
  const intent = await sandbox.paid('refundLater');
  const { id } = await sandbox.stripe.refunds.create({ payment_intent: intent.id });
  await dispute(intent.id);
  expect(await sandbox.stripe.refunds.retrieve(id)).toMatchObject({
    ...{ status: 'failed', failure_reason: 'charge_for_pending_refund_disputed' },
  });
});

test('a lost dispute keeps the money, and can still be won on appeal', async () => {
  const intent = await sandbox.paid();
  const { id } = await dispute(intent.id, { amount: 400_000 });
  expect(moved(await becomes(id, 'lose'))).toEqual([[-400_000, 1500]]);
  await expect(becomes(id, 'lose')).rejects.toThrow('lost');
  expect(await becomes(id, 'win')).toMatchObject({ status: 'won' });
});

const evidence = (words: string) => ({ evidence: { uncategorized_text: words } });

test.each([
  ['winning_evidence', 'won'],
  ['losing_evidence', 'lost'],
])('evidence goes to the bank, which decides by its words: %s', async (words, status) => {
  const { stripe } = sandbox;
  const { id } = await dispute((await sandbox.paid()).id);
  const kept = await stripe.disputes.update(id, { ...evidence('soon'), submit: false });
  expect(kept).toMatchObject({
    status: 'needs_response',
    evidence_details: { submission_count: 0 },
  });
  const sent = await stripe.disputes.update(id, evidence(words));
  expect(sent).toMatchObject({
    ...{ status: 'under_review', evidence_details: { has_evidence: true, submission_count: 1 } },
  });
  expect(await refusal(stripe.disputes.update(id, evidence('more')))).toMatchObject({
    ...{ status: 400, param: 'evidence' },
  });
  await sandbox.days(1);
  expect((await stripe.disputes.retrieve(id)).status).toBe(status);
  expect((await disputeEvents()).at(-1)).toBe('charge.dispute.closed');
});

test('an answered inquiry is closed, or becomes a dispute', async () => {
  const { stripe } = sandbox;
  const open = async () => (await dispute((await sandbox.paid()).id, { inquiry: true })).id;
  const [closed, escalated] = [await open(), await open()];
  const asked = await stripe.disputes.update(closed, evidence('winning_evidence'));
  expect(asked.status).toBe('warning_under_review');
  await stripe.disputes.update(escalated, evidence('escalate_inquiry_evidence'));
  await sandbox.days(1);
  expect((await stripe.disputes.retrieve(closed)).status).toBe('warning_closed');
  const now = await stripe.disputes.retrieve(escalated);
  expect([now.status, moved(now)]).toEqual(['needs_response', [[-1_000_000, 1500]]]);
});

test('who does not answer in time, or gives in, loses', async () => {
  const { id } = await dispute((await sandbox.paid()).id);
  const other = await dispute((await sandbox.paid()).id);
  expect(await sandbox.stripe.disputes.close(other.id)).toMatchObject({ status: 'lost' });
  await sandbox.days(7);
  expect(await sandbox.stripe.disputes.retrieve(id)).toMatchObject({
    ...{ status: 'lost', evidence_details: { past_due: true } },
  });
});

test('a file is sent as evidence, and only one that was', async () => {
  const { stripe } = sandbox;
  const { id } = await dispute((await sandbox.paid()).id);
  const pdf = { data: Buffer.from('%PDF-1.7 é'), name: 'pack.pdf', type: 'application/pdf' };
  const file = await stripe.files.create(
    { purpose: 'dispute_evidence', file: pdf },
    { idempotencyKey: 'dispute-file:1' },
  );
  expect(file).toMatchObject({ size: 11, type: 'pdf', filename: 'pack.pdf' });
  const kept = await fetch(`${sandbox.url}/_emulator/files/${file.id}`);
  expect(Buffer.from(await kept.arrayBuffer())).toEqual(pdf.data);
  const again = await stripe.files.create(
    { purpose: 'dispute_evidence', file: pdf },
    { idempotencyKey: 'dispute-file:1' },
  );
  expect(again.id).toBe(file.id);
  const wrong = { purpose: 'dispute_evidence', file: { ...pdf, type: 'text/plain' } } as const;
  expect(await refusal(stripe.files.create(wrong))).toMatchObject({ status: 400, param: 'file' });
  const logo = await stripe.files.create({ purpose: 'business_logo', file: pdf });
  const give = (uncategorized_file: string) =>
    stripe.disputes.update(id, { evidence: { uncategorized_file }, submit: true });
  expect(await refusal(give('file_none'))).toMatchObject({ code: 'resource_missing' });
  expect(await refusal(give(logo.id))).toMatchObject({ status: 400 });
  const given = await give(file.id);
  expect(given).toMatchObject({
    status: 'under_review',
    evidence: { uncategorized_file: file.id },
  });
  await sandbox.days(30);
  expect((await stripe.disputes.retrieve(id)).status).toBe('under_review');
});

test('what a bank says of a debit is final: no time to answer, and lost at once', async () => {
  const intent = await sandbox.paid();
  const { id } = await dispute(intent.id, { final: true, reason: 'insufficient_funds' });
  const found = await sandbox.stripe.disputes.retrieve(id);
  expect(found).toMatchObject({
    ...{ status: 'lost', reason: 'insufficient_funds', evidence_details: { due_by: 0 } },
  });
  expect(moved(found)).toEqual([[-1_000_000, 1500]]);
});
