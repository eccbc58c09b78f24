import { isRefusalReason, type CaseEvent, type CaseStep, type RefusalReason } from '#application';
import type { Instant } from '#kernel';

export interface Refusal {
  readonly reason: RefusalReason;
  readonly at: Instant;
  /** The bond was posted before, and goes back. */
  readonly isAfterPosting: boolean;
}

const REFUSALS: readonly CaseEvent[] = ['refused', 'refused_after_posting'];

/** The refusal that stands, with the reason which the officer recorded; null without one. */
export function refusalOf(steps: readonly CaseStep[]): Refusal | null {
  const step = steps.findLast((s) => REFUSALS.includes(s.event as CaseEvent));
  if (!step) return null;
  if (!step.reasonCode || !isRefusalReason(step.reasonCode)) {
    throw new Error('a refusal without a reason that we have words for');
  }
  return {
    reason: step.reasonCode,
    at: step.happenedAt,
    isAfterPosting: step.event === 'refused_after_posting',
  };
}
