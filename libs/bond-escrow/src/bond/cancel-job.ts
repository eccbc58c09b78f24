import type { Jobs, Tx } from '#platform';

/** Has a rule cancel the bond of a case that ended without a visa: only the worker may. */
export const putCancelJob = (jobs: Jobs, tx: Tx, caseId: string): Promise<void> =>
  jobs.enqueue(tx, 'bond.cancel', { caseId }, { singletonKey: caseId });
