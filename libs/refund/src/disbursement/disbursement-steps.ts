import { instantFromDate, type Instant } from '#kernel';
import type { DisbursementEvent, DisbursementState } from '../domain/disbursement.lifecycle.ts';

export interface DisbursementStep {
  readonly event: DisbursementEvent;
  readonly from: DisbursementState;
  readonly to: DisbursementState;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly reasonCode: string | null;
  readonly at: Instant;
}

export type StepRow = Omit<DisbursementStep, 'at'> & { ownerId: string; at: Date };
export const STEPS = `
  select h.owner_id as "ownerId", h.event, h.from_state as "from", h.to_state as "to",
    h.actor_kind as "actorKind", h.actor_id as "actorId", h.reason_code as "reasonCode",
    h.happened_at as at
  from disbursement_history h`;
export const asStep = ({ ownerId: _, at, ...step }: StepRow): DisbursementStep => ({
  ...step,
  at: instantFromDate(at),
});
