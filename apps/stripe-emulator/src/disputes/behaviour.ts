import type Stripe from 'stripe';

import { bookDispute } from '../balance/behaviour.ts';
import { emit } from '../events/behaviour.ts';
import type { Card } from '../payment-methods/cards.ts';
import { earlyFraudWarning } from '../radar/object.ts';
import { failRefund } from '../refunds/outcome.ts';
import { newId } from '../state/ids.ts';
import { idOf } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { dispute } from './object.ts';

type Dispute = Stripe.Dispute;

export interface Complaint {
  amount?: number;
  reason?: string;
  /** The bank only asks, which takes nothing. */
  isInquiry?: boolean;
  /** The bank hears nobody: what a payer says of a debit is so. */
  isFinal?: boolean;
}

/** What a test card's bank says as soon as the card is charged. */
export function complain(
  world: World,
  charge: Stripe.Charge,
  complaint: NonNullable<Card['complaint']>,
): void {
  if (complaint === 'warning') warn(world, charge);
  else if (complaint === 'inquiry') openDispute(world, charge, { isInquiry: true });
  else withdrawFunds(world, openDispute(world, charge, { reason: complaint }));
}

/** The card's bank thinks that somebody else used it. */
export function warn(world: World, charge: Stripe.Charge) {
  const { store, clock } = world;
  const warning = store.put(
    'radar.early_fraud_warning',
    earlyFraudWarning(newId('issfr'), charge, clock.now()),
  );
  emit(world, 'radar.early_fraud_warning.created', warning);
  return warning;
}

/** What a bank warned of has come: nothing can be done about it any more. */
function overtakeWarnings(world: World, chargeId: string): void {
  const kind = 'radar.early_fraud_warning';
  for (const { id, charge, actionable } of world.store.all(kind)) {
    if (idOf(charge) !== chargeId || !actionable) continue;
    const overtaken = world.store.patch(kind, id, { actionable: false });
    emit(world, 'radar.early_fraud_warning.updated', overtaken, { actionable });
  }
}

/** The payer's bank asks, or disputes the payment. */
export function openDispute(world: World, charge: Stripe.Charge, wish: Complaint = {}): Dispute {
  const { store, clock, scheduler } = world;
  const { amount = charge.amount_captured, reason = 'fraudulent', isInquiry = false } = wish;
  const { isFinal = !charge.payment_method_details?.card } = wish;
  const made = { id: newId('du'), charge, amount, reason, isInquiry, isFinal };
  const opened = store.put('dispute', dispute({ ...made, created: clock.now() }));
  store.patch('charge', charge.id, { disputed: true });
  emit(world, 'charge.dispute.created', opened);
  overtakeWarnings(world, charge.id);
  if (!isInquiry) failPendingRefunds(world, charge.id);
  const { due_by: dueBy } = opened.evidence_details;
  if (dueBy) scheduler.schedule('dispute_due', opened.id, (dueBy - opened.created) * 1000);
  return opened;
}

/** The money is taken. An inquiry that comes so far is a dispute from then on. */
export function withdrawFunds(world: World, dispute: Dispute): Dispute {
  const taken = change(world, dispute, {
    balance_transactions: [bookDispute(world, dispute, true)],
    is_charge_refundable: false,
    status: 'needs_response',
  });
  if (dispute.status !== 'needs_response') {
    emit(world, 'charge.dispute.updated', taken, { status: dispute.status });
    failPendingRefunds(world, idOf(dispute.charge));
  }
  emit(world, 'charge.dispute.funds_withdrawn', taken);
  return taken;
}

/** The money comes back, at once or on appeal; an inquiry is closed without anything having moved. */
export function winDispute(world: World, dispute: Dispute): Dispute {
  const was = dispute.balance_transactions;
  const won = change(world, dispute, {
    balance_transactions: was.length ? [...was, bookDispute(world, dispute, false)] : [],
    is_charge_refundable: true,
    status: dispute.status.startsWith('warning_') ? 'warning_closed' : 'won',
  });
  if (was.length) emit(world, 'charge.dispute.funds_reinstated', won);
  emit(world, 'charge.dispute.closed', won);
  return won;
}

export function loseDispute(world: World, dispute: Dispute): Dispute {
  const lost = change(world, dispute, { status: 'lost' });
  emit(world, 'charge.dispute.closed', lost);
  return lost;
}

/** ACH: the bank's word is final, and nobody is heard. So also a debit that bounces after days. */
export function disputeDebit(
  world: World,
  chargeId: string,
  reason = 'debit_not_authorized',
): Dispute | undefined {
  const charge = world.store.get('charge', chargeId);
  if (!charge) return undefined;
  const opened = openDispute(world, charge, { reason, isFinal: true });
  return loseDispute(world, withdrawFunds(world, opened));
}

/** Evidence is kept; sent to the bank, it is decided by the words in it, if they are test words. */
export function answer(
  world: World,
  dispute: Dispute,
  given: Partial<Stripe.Dispute.Evidence>,
  isSent: boolean,
): Dispute {
  const { evidence_details: details } = dispute;
  const updated = change(world, dispute, {
    evidence: { ...dispute.evidence, ...given },
    evidence_details: {
      ...details,
      has_evidence: true,
      ...(isSent && { submission_count: details.submission_count + 1 }),
      ...(isSent && { submission_method: 'manual' }),
    },
    ...(isSent && { status: isWarning(dispute) ? 'warning_under_review' : 'under_review' }),
  });
  emit(world, 'charge.dispute.updated', updated, { status: dispute.status });
  if (isSent) world.scheduler.schedule('decide_dispute', dispute.id, world.delayMs);
  return updated;
}

/** The bank has read what was sent. Without a test word it goes on reading. */
export function decideDispute(world: World, id: string): void {
  const dispute = world.store.get('dispute', id);
  if (!dispute || !/under_review$/.test(dispute.status)) return;
  const words = Object.values(dispute.evidence).join(' ');
  if (words.includes('escalate_inquiry_evidence') && isWarning(dispute)) {
    withdrawFunds(world, dispute);
  } else if (words.includes('winning_evidence')) winDispute(world, dispute);
  else if (words.includes('losing_evidence')) {
    if (isWarning(dispute)) withdrawFunds(world, dispute);
    else loseDispute(world, dispute);
  }
}

/** Nobody answered in time. A question lapses; a dispute is lost. */
export function disputeDue(world: World, id: string): void {
  const dispute = world.store.get('dispute', id);
  if (dispute?.status === 'warning_needs_response') winDispute(world, dispute);
  if (dispute?.status === 'needs_response') {
    const details = { ...dispute.evidence_details, past_due: true };
    loseDispute(world, change(world, dispute, { evidence_details: details }));
  }
}

const isWarning = ({ status }: Dispute) => status.startsWith('warning_');

const change = (world: World, { id }: Dispute, fields: Partial<Dispute>) =>
  world.store.patch('dispute', id, fields);

/** A refund that waits while its charge is disputed fails. */
function failPendingRefunds(world: World, chargeId: string): void {
  for (const refund of world.store.all('refund')) {
    const isWaiting = refund.status === 'pending' || refund.status === 'requires_action';
    if (idOf(refund.charge) !== chargeId || !isWaiting) continue;
    failRefund(world, refund, 'charge_for_pending_refund_disputed');
  }
}
