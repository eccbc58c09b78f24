import type Stripe from 'stripe';
import type { SubmitEvidence, UploadEvidence } from '../processor.port.ts';
import { mustBe, readDispute, readWarning } from './read-objects.ts';

// What we say to the payer's bank. Each call is the same to the letter for the same answer of ours.

export async function uploadEvidence(stripe: Stripe, p: UploadEvidence) {
  const file = { name: p.fileName, data: p.pdf, type: 'application/pdf' };
  const idempotencyKey = `dispute-file:${p.answerId}`;
  const made = await stripe.files.create({ purpose: 'dispute_evidence', file }, { idempotencyKey });
  return { id: mustBe(made, 'file', 'file_').id };
}

export async function submitEvidence(stripe: Stripe, p: SubmitEvidence) {
  const evidence = { uncategorized_file: p.processorFileId, product_description: p.about };
  const params = { evidence, metadata: { answer_id: p.answerId }, submit: true };
  const idempotencyKey = `dispute-answer:${p.answerId}`;
  return readDispute(
    await stripe.disputes.update(p.processorDisputeId, params, { idempotencyKey }),
  );
}

export async function acceptDispute(
  stripe: Stripe,
  { answerId, processorDisputeId }: Pick<SubmitEvidence, 'answerId' | 'processorDisputeId'>,
) {
  const idempotencyKey = `dispute-answer:${answerId}`;
  return readDispute(await stripe.disputes.close(processorDisputeId, {}, { idempotencyKey }));
}

export const getWarning = async (stripe: Stripe, id: string) =>
  readWarning(await stripe.radar.earlyFraudWarnings.retrieve(id));
