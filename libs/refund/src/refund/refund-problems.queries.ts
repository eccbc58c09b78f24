import type { UnfinishedLists } from '#platform';
import { STUCK_REASONS, USUAL_MINUTES } from '../domain/sending.ts';

/** Disbursements that have been in this state for longer than is usual; a hold is no delay (R33). */
const beyondUsual = ([state, minutes]: [string, number]): string =>
  minutes === 0
    ? `state = '${state}'`
    : `state = '${state}'
       and greatest(state_since, leaves_at) < app.legal_now() - interval '${minutes} minutes'`;

/** Disbursements that do not move on in their usual time, or wait for what no waiting brings. */
const NOT_MOVING = [
  ...Object.entries(USUAL_MINUTES).map(beyondUsual),
  `state = 'pending' and pending_reason in (${STUCK_REASONS.map((r) => `'${r}'`).join(', ')})`,
].join(' or ');

/** A job of ours should have moved them on by now, and no person or bank has to. */
const NOT_SENT = (['approved', 'sending'] as const)
  .map((state) => `(${beyondUsual([state, USUAL_MINUTES[state]])})`)
  .join(' or ');

/** Disbursements that no job has sent. */
export const refundsUnfinished = {
  refunds: `select greatest(state_since, leaves_at) as at from disbursement
    where ${NOT_SENT} order by 1`,
} as const satisfies UnfinishedLists;

/**
 * Ids of refunds that need a person: to approve or ask, to see why one is late (R26), or to get
 * back what was returned twice. SQL, so that lists and counts elsewhere mean the same.
 */
export const refundProblems = `
  select refund_id from disbursement where ${NOT_MOVING}
  union
  select id from refund
  where returned_on is null and promised_by < (app.legal_now() at time zone zone)::date
  union
  select again.refund_id from disbursement again
  where again.state = 'succeeded' and again.attempt > 1
    and exists (select from disbursement before where before.refund_id = again.refund_id
      and before.state = 'succeeded' and before.attempt < again.attempt)`;
