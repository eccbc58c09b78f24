import type { WaitingLists } from '#platform';
import { refundProblems } from './refund/refund-problems.queries.ts';
import { unsettledReversals } from './reversal/reversal.queries.ts';
import { suspenseForDesk } from './suspense/suspense-proposal.queries.ts';

/** Refunds, reversals and money in suspense that wait for a person. */
export const refundsWaiting = {
  refunds: `select from (${refundProblems}) problem`,
  // What somebody else proposed: one's own is another's to approve.
  revocations: `select from visa_revocation where state = 'proposed' and proposed_by <> $2`,
  reversals: `select from (${unsettledReversals}) unsettled`,
  suspense: suspenseForDesk,
} as const satisfies WaitingLists;
