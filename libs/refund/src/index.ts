import { Disbursement } from './disbursement/disbursement.entity.ts';
import { Refund } from './refund/refund.entity.ts';
import { Reversal } from './reversal/reversal.entity.ts';

export { DisbursementSender, SendingUnclear } from './disbursement/disbursement-sender.service.ts';
export type { DisbursementStep } from './disbursement/disbursement-steps.ts';
export { Disbursements } from './disbursement/disbursements.service.ts';
export { RefundFactHandler } from './disbursement/refund-fact-handler.service.ts';
export * from './domain/brake.ts';
export * from './domain/disbursement.lifecycle.ts';
export * from './domain/refund-fact.ts';
export * from './domain/reversal.lifecycle.ts';
export * from './domain/settle-reversal.ts';
export * from './domain/tracker.ts';
export { PaymentFactHandler } from './refund/payment-fact-handler.service.ts';
export { RefundBrake } from './refund/refund-brake.service.ts';
export { RefundDecisions } from './refund/refund-decisions.service.ts';
export { refundsUnfinished } from './refund/refund-problems.queries.ts';
export * from './refund/refund.queries.ts';
export { RefundSweep } from './refund-sweep.service.ts';
export { RefundModule } from './refund.module.ts';
export { DailyLook } from './reversal/daily-look.service.ts';
export { DisputeFactHandler } from './reversal/dispute-fact-handler.service.ts';
export * from './reversal/reversal.queries.ts';
export { Settlements, type SettleRefusal } from './reversal/settlements.service.ts';
export { Settling } from './reversal/settling.service.ts';
export { Visas, type IssueRefusal } from './visas.service.ts';
export { refundsWaiting } from './waiting.queries.ts';
export { Disbursement, Refund, Reversal };

/** For PlatformModule.forRoot: the tables this library owns. */
export const refundEntities = [Refund, Disbursement, Reversal];
