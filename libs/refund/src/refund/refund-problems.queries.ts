import type { UnfinishedLists } from '#platform';
import { STUCK_REASONS, USUAL_MINUTES } from '../domain/sending.ts';

// Asked once, not for each row: a function with a query in it is run for each call.
const NOW = '(select app.legal_now())';

/**
 * Refunds that were not back on the day that was promised, in their consulate's zone (R31). No zone
 * is more than a day ahead: what is promised for later needs no zone to be looked at.
 */
export const overdueOn = (moment: string): string =>
  `returned_on is null and promised_by <= (${moment} at time zone 'UTC')::date
   and promised_by < (${moment} at time zone zone)::date`;

/** Disbursements that have been in this state for longer than is usual; a hold is no delay (R33). */
const beyondUsual = ([state, minutes]: [string, number]): string =>
  minutes === 0
    ? `state = '${state}'`
    : `state = '${state}'
       and greatest(state_since, leaves_at) < ${NOW} - interval '${minutes} minutes'`;

/** A bank answers within days, and no job of ours asks it. */
const AT_THE_BANK = `route = 'bank' and state = 'sending'
  and state_since > ${NOW} - interval '${USUAL_MINUTES.pending} minutes'`;

/** Disbursements that do not move on in their usual time, or wait for what no waiting brings. */
const NOT_MOVING = `(${[
  ...Object.entries(USUAL_MINUTES).map(beyondUsual),
  `state = 'pending' and pending_reason in (${STUCK_REASONS.map((r) => `'${r}'`).join(', ')})`,
].join(' or ')}) and not (${AT_THE_BANK})`;

/** A job of ours should have moved them on by now, and no person or bank has to. */
const NOT_SENT = (['approved', 'sending'] as const)
  .map((state) => `(${beyondUsual([state, USUAL_MINUTES[state]])})`)
  .join(' or ');

/** Disbursements and answers to disputes that no job has sent. */
export const refundsUnfinished = {
  refunds: `select greatest(state_since, leaves_at) as at from disbursement
    where route = 'processor' and (${NOT_SENT}) order by 1`,
  disputeAnswers: `select state_since as at from dispute_answer
    where state in ('ordered', 'sending') and state_since < now() - interval '30 minutes' order by 1`,
} as const satisfies UnfinishedLists;

/**
 * Refunds that wait for a bank account which their payer does not give (R30): they stay owed, for
 * however long. SQL; `owner` names the refund's id with its
 * table, since a rescue has a column of the same name.
 */
const unclaimed = (owner: string): string =>
  `exists (select from rescue u where u.refund_id = ${owner} and u.state = 'asked')`;
export const UNCLAIMED = unclaimed('r.id');

const PROBLEMS = [
  `select refund_id from disbursement where ${NOT_MOVING}
     and not ${unclaimed('disbursement.refund_id')}`,
  `select id from refund where ${overdueOn(NOW)} and not ${unclaimed('refund.id')}`,
  'select refund_id from returned_twice',
];

/**
 * Ids of refunds that need a person: to approve or ask, to see why one is late (R26), or to get
 * back what was returned twice. What waits for its payer needs nobody else. SQL, so that lists and
 * counts elsewhere mean the same.
 */
export const refundProblems = PROBLEMS.join(' union ');

/**
 * So many of them or more, where there are. Each way to be one is known by its own rows, so that whoever
 * counts no further need not read the rest to find those that are problems in two ways.
 */
export const refundProblemsUpTo = (most: number): string =>
  PROBLEMS.map((sql) => `(${sql} limit ${most})`).join(' union ');
