import type { UnfinishedLists } from '#platform';

/** Rulings of two people that no job has carried out. */
export const breachesUnfinished = {
  breaches: `select state_since as at from breach_ruling
    where state = 'approved' and state_since < app.legal_now() - interval '15 minutes'
    order by state_since`,
} as const satisfies UnfinishedLists;
