// Payments, what goes back, what left by another way, and news from outside.
import { NOBODY, type LifecycleWays, type Way } from './way.ts';

const payment: LifecycleWays = {
  ways: {
    session_opened: ['portal POST /cases/:reference/bond/pay', 'sweep payments in between'],
    session_refused: ['portal POST /cases/:reference/bond/pay', 'sweep payments in between'],
    part_arrived: ['api POST /webhooks/stripe'],
    processing_started: ['api POST /webhooks/stripe'],
    paid: ['api POST /webhooks/stripe'],
    failed: ['api POST /webhooks/stripe'],
    expired: ['api POST /webhooks/stripe', 'job checkout.expire'],
    // Disputes are reversals (R35): the payment itself stays paid.
    ...{ inquiry_opened: NOBODY, inquiry_closed: NOBODY },
    ...{ disputed: NOBODY, dispute_won: NOBODY, dispute_lost: NOBODY },
  },
  ends: ['paid', 'failed', 'expired', 'charged_back'],
};

/** Of one try. What failed is followed by another, or by a person's desk. */
const disbursement: LifecycleWays = {
  ways: {
    approved: ['officer POST /refunds/:id/approve'],
    stopped: ['job movements.assess'],
    withdrawn: ['api POST /webhooks/stripe', 'job reversal.settle'],
    sending_started: ['job disbursement.send'],
    sending_unclear: ['job disbursement.send'],
    processor_succeeded: ['api POST /webhooks/stripe', 'officer POST /refunds/:id/ask'],
    processor_pending: ['api POST /webhooks/stripe', 'officer POST /refunds/:id/ask'],
    processor_requires_action: ['api POST /webhooks/stripe', 'officer POST /refunds/:id/ask'],
    processor_failed: ['api POST /webhooks/stripe', 'officer POST /refunds/:id/ask'],
    processor_canceled: ['api POST /webhooks/stripe', 'officer POST /refunds/:id/ask'],
    success_undone: ['api POST /webhooks/stripe'],
    succeeded_after_failure: ['api POST /webhooks/stripe'],
    put_in_file: ['officer POST /transfers/files'],
    bank_accepted: ['job bank_report.apply'],
    bank_booked: ['job bank_report.apply'],
    bank_rejected: ['job bank_report.apply'],
    bank_returned: ['job bank_report.apply'],
  },
  ends: ['succeeded', 'failed', 'canceled', 'failed_after_success'],
};

const reversal: LifecycleWays = {
  ways: {
    proposed: ['officer POST /reversals/:id/propose'],
    declined: ['officer POST /reversals/:id/decline'],
    approved: ['officer POST /reversals/:id/approve'],
    settled: ['job reversal.settle'],
    undone: ['api POST /webhooks/stripe'],
  },
  ends: ['settled', 'undone'],
};

/** What a payer's bank does, as the processor tells it. */
const dispute: LifecycleWays = {
  ways: Object.fromEntries(
    ['answer_sent', 'closed', 'disputed', 'won', 'lost', 'appealed'].map((event) => [
      event,
      ['api POST /webhooks/stripe', 'sweep what is left at the processor'],
    ]),
  ),
  ends: ['question_closed', 'won', 'lost'],
  begins: ['question', 'to_answer'],
};

const disputeAnswer: LifecycleWays = {
  ways: {
    withdrawn: ['officer POST /disputes/:id/answers/:answer/withdraw'],
    ordered: ['officer POST /disputes/:id/answers/:answer/order'],
    overtaken: ['api POST /webhooks/stripe', 'job dispute.answer'],
    sending_started: ['job dispute.answer'],
    delivered: ['job dispute.answer'],
    refused: ['job dispute.answer'],
  },
  ends: ['withdrawn', 'overtaken', 'delivered', 'refused'],
};

/** Another way for a refund, by a bank account. */
const invitation: LifecycleWays = {
  ways: {
    accepted: ['portal POST /asked-to-pay/yes'],
    declined: ['portal POST /asked-to-pay/no'],
    withdrawn: ['portal POST /cases/:reference/bond/payer/take-back'],
    expired: ['sweep payers who did not answer'],
    ended: [
      'portal POST /cases/:reference/bond/payer/take-back',
      'portal POST /cases/:reference/bond/payer/step-back',
    ],
  },
  // A payer stays one for as long as the bond is there.
  ends: ['accepted', 'declined', 'withdrawn', 'expired', 'ended'],
};

const rescue: LifecycleWays = {
  ways: {
    account_given: ['portal POST /cases/:reference/refunds/:id/account'],
    account_replaced: ['portal POST /cases/:reference/refunds/:id/account'],
    account_taken_back: ['portal POST /cases/:reference/refunds/:id/account/take-back'],
    asked_again: ['officer POST /refunds/:id/account/ask-again'],
    proposed: ['officer POST /refunds/:id/account/propose'],
    declined: ['officer POST /refunds/:id/account/decline'],
    approved: ['officer POST /refunds/:id/account/approve'],
    carried_out: ['job rescue.settle'],
    amount_changed: ['job rescue.settle'],
    withdrawn: ['sweep accounts asked of payers'],
    bank_refused: ['job bank_report.apply'],
    bank_paid: ['job bank_report.apply'],
    overtaken: ['sweep accounts asked of payers'],
  },
  ends: ['done', 'not_needed'],
};

const COMPARED: readonly Way[] = ['sweep books against the processor', 'job difference.settle'];

const difference: LifecycleWays = {
  ways: {
    asked: ['officer POST /differences/:id/ask'],
    still_there: ['sweep books against the processor'],
    proposed: ['officer POST /differences/:id/propose'],
    declined: ['officer POST /differences/:id/decline'],
    confirmed: ['officer POST /differences/:id/confirm'],
    agreed: [...COMPARED, 'sweep books against the bank'],
    changed: COMPARED,
  },
  ends: ['closed'],
};

const suspense: LifecycleWays = {
  ways: {
    approved: ['officer POST /suspense/:id/proposals/:proposalId/approve'],
    sufficed: ['officer POST /suspense/:id/match'],
    kept: ['officer POST /suspense/:id/keep'],
    declined: ['officer POST /suspense/:id/proposals/:proposalId/decline'],
    carried_out: ['job suspense.settle'],
    overtaken: ['sweep suspense decided or overtaken'],
  },
  ends: ['done', 'declined', 'overtaken'],
};

const movement: LifecycleWays = {
  ways: {
    traveller_found: {
      received: ['job movements.assess'],
      unmatched: ['sweep records without a job'],
    },
    traveller_not_found: ['job movements.assess'],
    assessed: ['job movements.assess'],
    joined: ['job movements.join'],
    carried_out: ['job movements.assess'],
    superseded: ['job movements.assess'],
    set_aside: ['job movements.assess'],
    taken_up: [
      'officer POST /movements/aside/:id/assess',
      'officer POST /cases/:reference/passport/renewal',
      'job movements.assess',
    ],
    dismissed: [
      'officer POST /movements/aside/:id/dismiss',
      'officer POST /movements/aside/:id/proposals/:proposalId/approve',
    ],
  },
  ends: ['assessed', 'superseded', 'dismissed'],
};

/** What officers make of a record that was set aside. */
const movementProposal: LifecycleWays = {
  ways: {
    approved: ['officer POST /movements/aside/:id/proposals/:proposalId/approve'],
    sufficed: [
      'officer POST /movements/aside/:id/dismiss',
      'officer POST /movements/aside/:id/assess',
    ],
    declined: ['officer POST /movements/aside/:id/proposals/:proposalId/decline'],
    carried_out: ['job movements.decide'],
    found_unchanged: ['job movements.decide'],
    overtaken: ['sweep records decided or overtaken'],
  },
  ends: ['done', 'unchanged', 'declined', 'overtaken'],
};

const candidate: LifecycleWays = {
  ways: {
    join_proposed: ['officer POST /movements/matching/:id/propose'],
    joined: ['officer POST /movements/matching/:id/join'],
    declined: ['officer POST /movements/matching/:id/decline'],
    rejected: ['officer POST /movements/matching/:id/reject'],
    overtaken: ['job movements.assess', 'sweep records without a job'],
  },
  ends: ['joined', 'rejected', 'lapsed'],
};

const movementImport: LifecycleWays = {
  ways: {
    checked: ['job movements.import'],
    confirmed: ['officer POST /movements/imports/:id/confirm'],
    declined: ['officer POST /movements/imports/:id/decline'],
    imported: ['job movements.import'],
  },
  ends: ['imported', 'declined'],
};

const event: LifecycleWays = {
  ways: {
    applied: ['loop inbox'],
    parked: ['loop inbox'],
    failed: ['loop inbox'],
    asked_again: { applied: ['loop inbox'], parked: NOBODY, failed: ['loop inbox'] },
  },
  ends: ['applied'],
};

const borderProposal: LifecycleWays = {
  ways: {
    confirmed: ['officer POST /border-clients/proposals/:id/confirm'],
    declined: ['officer POST /border-clients/proposals/:id/decline'],
  },
  ends: ['confirmed', 'declined'],
};

/** Given up, the border system still asks. */
const borderCallback: LifecycleWays = {
  ways: { taken: ['job callbacks.send'], given_up: ['job callbacks.send'] },
  ends: ['taken', 'given_up'],
};

/** One that nobody ends is in use. */
const borderKey: LifecycleWays = {
  ways: {
    retired: ['officer POST /border-clients/:id/keys/:keyId/retire'],
    revoked: ['officer POST /border-clients/:id/keys/:keyId/revoke'],
  },
  ends: ['active', 'retired', 'revoked'],
};

export const moneyAndNews: Readonly<Record<string, LifecycleWays>> = {
  ...{ payment, disbursement, reversal, rescue, 'processor event': event },
  'payer invitation': invitation,
  ...{ difference, dispute, 'dispute answer': disputeAnswer },
  ...{ movement, movement_import: movementImport, 'movement candidate': candidate },
  ...{ 'suspense proposal': suspense, 'movement proposal': movementProposal },
  ...{
    'border proposal': borderProposal,
    'border key': borderKey,
    'border callback': borderCallback,
  },
};
