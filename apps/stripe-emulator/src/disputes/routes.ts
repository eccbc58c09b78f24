import type Stripe from 'stripe';

import { invalid } from '../http/errors.ts';
import { type ListParams, page } from '../http/lists.ts';
import { mergeMetadata } from '../http/metadata.ts';
import { type Call, found, LIST, route } from '../http/route.ts';
import type { World } from '../world.ts';
import { answer, loseDispute } from './behaviour.ts';

type Filter = ListParams & Stripe.DisputeListParams;

export const disputeRoutes = [
  route(
    'GET',
    '/v1/disputes',
    'DisputeList',
    [...LIST, 'created.*', 'charge', 'payment_intent'],
    list,
  ),
  route('GET', '/v1/disputes/:id', 'DisputeRetrieve', [], ({ world, id }) => one(world, id)),
  route(
    'POST',
    '/v1/disputes/:id',
    'DisputeUpdate',
    ['evidence.*', 'metadata.*', 'submit', 'intended_submission_method'],
    update,
  ),
  route('POST', '/v1/disputes/:id/close', 'DisputeClose', [], close),
];

function list({ world, params, path }: Call<Filter>): object {
  const isWanted = (row: Stripe.Dispute) =>
    (!params.charge || row.charge === params.charge) &&
    (!params.payment_intent || row.payment_intent === params.payment_intent);
  return page(world.store.all('dispute').filter(isWanted), params, path);
}

function one({ store }: World, id: string): Stripe.Dispute {
  return found(store.get('dispute', id), 'dispute', id, 'dispute');
}

const OPEN = ['needs_response', 'warning_needs_response'];

/** Evidence goes to the bank at once, unless it is only kept; it goes there once. */
function update({ world, id, params }: Call<Stripe.DisputeUpdateParams>): object {
  const before = one(world, id);
  const { evidence, submit } = params;
  const isSent = submit ?? evidence !== undefined;
  if ((evidence ?? submit) !== undefined && !OPEN.includes(before.status)) {
    throw invalid(`This dispute is ${before.status} and takes no more evidence.`, 'evidence');
  }
  mustBeEvidence(world, evidence);
  const dispute = world.store.patch('dispute', id, {
    metadata: mergeMetadata(before.metadata, params.metadata),
    intended_submission_method:
      params.intended_submission_method ?? before.intended_submission_method,
  });
  if (!evidence && !isSent) return dispute;
  return answer(world, dispute, (evidence ?? {}) as Partial<Stripe.Dispute.Evidence>, isSent);
}

/** A file is named by its id, and was sent as evidence. */
function mustBeEvidence({ store }: World, evidence: Stripe.DisputeUpdateParams['evidence']): void {
  for (const [name, value] of Object.entries(evidence ?? {})) {
    if (!FILES.has(name) || !value) continue;
    const file = found(
      store.get('file', String(value)),
      'file',
      String(value),
      `evidence[${name}]`,
    );
    if (file.purpose !== 'dispute_evidence') {
      throw invalid(`The purpose of ${file.id} must be dispute_evidence.`, `evidence[${name}]`);
    }
  }
}

const FILES = new Set<string>([
  'cancellation_policy',
  'customer_communication',
  'customer_signature',
  'duplicate_charge_documentation',
  'receipt',
  'refund_policy',
  'service_documentation',
  'shipping_documentation',
  'uncategorized_file',
] satisfies (keyof Stripe.Dispute.Evidence)[]);

/** The business gives in. */
function close({ world, id }: Call<object>): object {
  const dispute = one(world, id);
  if (!OPEN.includes(dispute.status)) throw invalid('This dispute is already closed.', 'dispute');
  return loseDispute(world, dispute);
}
