import type { BondState, PaymentState } from '#bond-escrow';
import type { InboxState } from '#processor';
import type { DisbursementState, ReversalState } from '#refund';
import type { MovementState } from '#travel';
import type { Tone } from '#web';

// Colour only helps: the words of each badge say the same.

export const bondTone: Record<BondState, Tone> = {
  required: 'wait',
  payment_started: 'info',
  held: 'good',
  lapsed: 'bad',
  withdrawn: 'neutral',
  cancelled: 'info',
  evidence_requested: 'wait',
  referred: 'bad',
  notice_given: 'bad',
  not_breached: 'info',
  breach_declared: 'bad',
  appealed: 'wait',
  upheld: 'bad',
  overturned: 'info',
  breach_final: 'bad',
  rescinded: 'info',
  unsecured: 'bad',
  closed: 'neutral',
};

export const paymentTone: Record<PaymentState, Tone> = {
  created: 'neutral',
  awaiting_payer: 'wait',
  partially_funded: 'wait',
  processing: 'info',
  paid: 'good',
  failed: 'bad',
  expired: 'neutral',
  inquiry: 'wait',
  disputed: 'bad',
  charged_back: 'bad',
};

export const disbursementTone: Record<DisbursementState, Tone> = {
  due: 'wait',
  approved: 'info',
  sending: 'info',
  pending: 'info',
  requires_action: 'bad',
  unknown: 'bad',
  succeeded: 'good',
  failed: 'bad',
  canceled: 'bad',
  failed_after_success: 'bad',
};

export const reversalTone: Record<ReversalState, Tone> = {
  open: 'bad',
  proposed: 'wait',
  approved: 'info',
  settled: 'good',
  undone: 'neutral',
};

export const movementTone: Record<MovementState, Tone> = {
  received: 'neutral',
  matched: 'info',
  unmatched: 'wait',
  assessed: 'good',
  set_aside: 'bad',
};

export const inboxTone: Record<InboxState, Tone> = {
  received: 'info',
  applied: 'good',
  parked: 'wait',
  failed: 'bad',
};
