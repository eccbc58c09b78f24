/** The contract's questions about disputes, their evidence and warnings; see contract.ts. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';

import type Stripe from 'stripe';

import { type Contract, openContract, PATIENCE_MS } from './contract.ts';
import { refusal, until } from './support.ts';

let contract: Contract;
let stripe: Stripe;

beforeAll(async () => {
  contract = await openContract();
  ({ stripe } = contract);
});
afterAll(() => contract.close());

/** A payment that its payer's bank disputes at once. */
async function disputed(card: 'disputed' | 'inquired' = 'disputed'): Promise<Stripe.Dispute> {
  const intent = await contract.complained(card);
  return until(async () => {
    const { data } = await stripe.disputes.list({ payment_intent: intent.id });
    return data[0];
  });
}

const pdf = () => ({
  purpose: 'dispute_evidence' as const,
  file: { data: Buffer.from(MINIMAL_PDF), name: 'pack.pdf', type: 'application/pdf' },
});

/** The smallest that readers open. */
const MINIMAL_PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

test(
  'a dispute says why, until when it is answered, and that nothing was sent',
  async () => {
    const found = await disputed();
    expect(found).toMatchObject({
      ...{ object: 'dispute', status: 'needs_response', reason: 'fraudulent' },
      evidence_details: { has_evidence: false, past_due: false, submission_count: 0 },
    });
    expect(found.evidence_details.due_by).toBeGreaterThan(found.created);
  },
  PATIENCE_MS,
);

test(
  'a file is uploaded under its key once, and sent to the bank with the answer',
  async () => {
    const { id } = await disputed();
    const idempotencyKey = `dispute-file:${randomUUID()}`;
    const file = await stripe.files.create(pdf(), { idempotencyKey });
    expect(file).toMatchObject({ object: 'file', purpose: 'dispute_evidence', type: 'pdf' });
    expect((await stripe.files.retrieve(file.id)).size).toBe(Buffer.byteLength(MINIMAL_PDF));
    const evidence = { uncategorized_file: file.id, product_description: 'A bond for a visa.' };
    const sent = await stripe.disputes.update(id, {
      ...{ evidence, submit: true, metadata: { answer_id: 'a-1' } },
    });
    expect(sent).toMatchObject({
      ...{ status: 'under_review', metadata: { answer_id: 'a-1' } },
      evidence_details: { has_evidence: true, submission_count: 1 },
    });
    const more = stripe.disputes.update(id, { evidence, submit: true });
    expect(await refusal(more)).toMatchObject({ status: 400 });
  },
  PATIENCE_MS,
);

test(
  'a dispute that is given up is lost, once',
  async () => {
    const { id } = await disputed();
    expect(await stripe.disputes.close(id)).toMatchObject({ status: 'lost' });
    expect(await refusal(stripe.disputes.close(id))).toMatchObject({ status: 400 });
  },
  PATIENCE_MS,
);

test(
  'an inquiry takes no money and is answered as a dispute is',
  async () => {
    const found = await disputed('inquired');
    expect(found).toMatchObject({ status: 'warning_needs_response', balance_transactions: [] });
    const evidence = { uncategorized_text: 'Signed and paid.' };
    const answered = await stripe.disputes.update(found.id, { evidence, submit: true });
    expect(answered.status).toBe('warning_under_review');
  },
  PATIENCE_MS,
);

test(
  'a warning names its payment and whether something can still be done',
  async () => {
    const intent = await contract.complained('warned');
    const warning = await until(async () => {
      const { data } = await stripe.radar.earlyFraudWarnings.list({ payment_intent: intent.id });
      return data[0];
    });
    expect(await stripe.radar.earlyFraudWarnings.retrieve(warning.id)).toMatchObject({
      ...{ object: 'radar.early_fraud_warning', actionable: true, payment_intent: intent.id },
    });
  },
  PATIENCE_MS,
);
