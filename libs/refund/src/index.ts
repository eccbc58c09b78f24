import { Disbursement } from './disbursement.entity.ts';
import { Refund } from './refund.entity.ts';
import { Reversal } from './reversal/reversal.entity.ts';

export { BrakeQueries, type RefundRate } from './brake.queries.ts';
export { DisbursementSender, SendingUnclear } from './disbursement-sender.service.ts';
export { Disbursements } from './disbursements.service.ts';
export * from './domain/assess-departure.ts';
export * from './domain/brake.ts';
export * from './domain/disbursement.lifecycle.ts';
export * from './domain/refund-fact.ts';
export * from './domain/reversal.lifecycle.ts';
export * from './domain/settle-reversal.ts';
export * from './domain/tracker.ts';
export { MovementAssessor } from './movement-assessor.service.ts';
export { ProcessorFacts } from './processor-facts.service.ts';
export { RefundDecisions, type CancelRule } from './refund-decisions.service.ts';
export * from './refund.queries.ts';
export type { AttemptStep } from './attempt-steps.ts';
export { refundsUnfinished } from './refund-problems.queries.ts';
export { RefundModule } from './refund.module.ts';
export * from './reversal/reversal.queries.ts';
export { RefundSweep } from './refund-sweep.service.ts';
export { DailyLook } from './reversal/daily-look.service.ts';
export { Settling } from './reversal/settling.service.ts';
export { Visas, type IssueRefusal } from './visas.service.ts';
export { Settlements, type SettleRefusal } from './reversal/settlements.service.ts';
export { refundsWaiting } from './waiting.queries.ts';
export { Disbursement, Refund, Reversal };

/** For PlatformModule.forRoot: the tables this library owns. */
export const refundEntities = [Refund, Disbursement, Reversal];
