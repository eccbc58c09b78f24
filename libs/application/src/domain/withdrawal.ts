import { ok, refused, type Result } from '#kernel';
import { caseLifecycle, type CaseState } from './case.lifecycle.ts';

export type WithdrawRefusal = 'wrong_state' | 'visa_to_give_back';

/**
 * Whether the applicant may take the application back on the portal. With a visa in the passport the
 * traveller could still enter, so the consulate cancels the visa first.
 */
export function mayWithdraw(state: CaseState): Result<true, WithdrawRefusal> {
  if (state === 'visa_issued') return refused('visa_to_give_back');
  const next = caseLifecycle.next(state, 'withdrawn');
  return next.ok ? ok(true) : next;
}
