import type { WaitingLists } from '#platform';
import { breachLists, FILES } from './breach-lists.queries.ts';

const files = (where: string): string => `select ${FILES} where ${where}`;

/** Breach files that wait for a person: for whoever may act in them. */
export const breachesWaiting = {
  breachReferred: files(breachLists.referred),
  breachQuestions: files(breachLists.questions),
  breachToDecide: files(breachLists.to_decide),
  // What somebody else proposed: one's own is another's to decide (R19).
  breachProposed: `select from breach_ruling r where r.state = 'proposed' and r.kind <> 'appeal'
    and r.proposed_by <> $2`,
  breachAppeals: files(breachLists.appeals),
  breachAppealsProposed: `select from breach_ruling r where r.state = 'proposed'
    and r.kind = 'appeal' and r.proposed_by <> $2`,
} as const satisfies WaitingLists;
