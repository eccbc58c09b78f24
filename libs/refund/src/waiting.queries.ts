import { WAITING_MAX, type WaitingLists } from '#platform';
import { disputesToAnswer } from './dispute/dispute.queries.ts';
import { refundProblemsUpTo } from './refund/refund-problems.queries.ts';
import { rescuesForDesk } from './rescue/rescue.queries.ts';
import { unsettledReversals } from './reversal/reversal.queries.ts';
import { suspenseForDesk } from './suspense/suspense-proposal.queries.ts';

/** Refunds, reversals and money in suspense that wait for a person. */
export const refundsWaiting = {
  refunds: `select from (${refundProblemsUpTo(WAITING_MAX + 1)}) problem`,
  // What somebody else proposed: one's own is another's to approve.
  revocations: `select from visa_revocation where state = 'proposed' and proposed_by <> $2`,
  // One's own proposal is another's to answer; what has stood for a month is looked at again.
  freezes: `select from case_freeze where state = 'lift_proposed' and proposed_by <> $2
    or state = 'in_force' and placed_at < app.legal_now() - interval '30 days'`,
  // So that nobody forgets that all of them wait.
  refundsPaused: `select from refund_run where paused_at is not null`,
  disputes: `select from (${disputesToAnswer}) to_answer`,
  reversals: `select from (${unsettledReversals}) unsettled`,
  rescues: rescuesForDesk,
  suspense: suspenseForDesk,
} as const satisfies WaitingLists;
