import { Disbursement } from './disbursement/disbursement.entity.ts';
import { Reversal } from './reversal/reversal.entity.ts';

export { DisbursementSender, SendingUnclear } from './disbursement/disbursement-sender.service.ts';
export { DisbursementSweep } from './disbursement/disbursement-sweep.service.ts';
export type { DisbursementStep } from './disbursement/disbursement-steps.ts';
export { Disbursements } from './disbursement/disbursements.service.ts';
export { RefundFactHandler } from './disbursement/refund-fact-handler.service.ts';
export { CEILING_HOURS, type WaitReason } from './domain/brake.ts';
export {
  type DisbursementEvent,
  disbursementLifecycle,
  type DisbursementState,
  isUnsent,
  mayAsk,
} from './domain/disbursement.lifecycle.ts';

export {
  reversalLifecycle,
  type ReversalState,
  UNSETTLED_STATES,
} from './domain/reversal.lifecycle.ts';
export type { NotYet, ReversalOutcome } from './domain/settle-reversal.ts';
export {
  type KeepReason,
  keepReasons,
  mayKeepUntil,
  type SuspenseDecline,
  suspenseDeclines,
  type SuspenseKind,
} from './domain/decide-suspense.ts';
export { suspenseLifecycle, type SuspenseProposalState } from './domain/suspense.lifecycle.ts';
export type { RefundTracker, TrackerNext, TrackerStepState } from './domain/tracker.ts';
export { ParkedEvents } from './inbox/parked-events.service.ts';
export { CashFactHandler } from './refund/cash-fact-handler.service.ts';
export { PaymentFactHandler } from './refund/payment-fact-handler.service.ts';
export { EndedCases } from './refund/ended-cases.service.ts';
export { RefundBrake } from './refund/refund-brake.service.ts';
export type { UnsentRefund } from './refund/refund.store.ts';
export { RefundDecisions } from './refund/refund-decisions.service.ts';
export type { RefundLine } from './refund/refund-line.ts';
export { refundsUnfinished } from './refund/refund-problems.queries.ts';
export {
  type DisbursementView,
  type PageOfRefunds,
  type Promises,
  type RefundFilter,
  RefundQueries,
  type TrackedWay,
} from './refund/refund.queries.ts';
export {
  freezeMatrix,
  type Freeze,
  type FrozenAct,
  type FrozenCode,
  isFrozenCode,
} from './domain/freeze-matrix.ts';
export {
  freezeLifecycle,
  type FreezeReason,
  freezeReasons,
  IN_FORCE_STATES,
  type FreezeState,
  type LiftReason,
  liftReasons,
} from './domain/freeze.lifecycle.ts';
export type { CaseFreeze } from './freeze/case-freeze.entity.ts';
export { CaseFreezes } from './freeze/case-freezes.service.ts';
export { FreezeLifting } from './freeze/freeze-lifting.service.ts';
export { Freezes } from './freeze/freezes.service.ts';
export { WarningFactHandler } from './freeze/warning-fact-handler.service.ts';
export { atOnceOf, minutesLeft, pauseReasons, type PauseReason } from './domain/refund-run.ts';
export { RefundRunQueries } from './run/refund-run.queries.ts';
export { RefundRuns } from './run/refund-runs.service.ts';
export { RunResuming } from './run/run-resuming.service.ts';
export { RefundSweep } from './refund-sweep.service.ts';
export { type BankAccountProblem, HOLDER_CHARS_MAX } from './domain/bank-account.ts';
export { accountRefusals, type NotRescued, transferDeclines } from './domain/decide-rescue.ts';
export type { EntryOutcome } from './bank/bank.entity.ts';
export { idOfBankName } from './bank/bank-names.ts';
export { BankQueries } from './bank/bank.queries.ts';
export { REPORT_BYTES_MAX } from './bank/bank-report-reader.ts';
export { BankReports } from './bank/bank-reports.service.ts';
export { BankSettling } from './bank/bank-settling.service.ts';
export { OperatorAccount } from './bank/operator-account.service.ts';
export { PaymentFiles } from './bank/payment-files.service.ts';
export { type OpenedAccount, RescueReading } from './rescue/rescue-reading.service.ts';
export { RescueProposals, type TransferRefusal } from './rescue/rescue-proposals.service.ts';
export { accountMayBeGiven, rescueLifecycle } from './domain/rescue.lifecycle.ts';
export { FallbackAccounts } from './rescue/fallback-accounts.service.ts';
export type { FallbackView } from './rescue/fallback-account.store.ts';
export { mayGiveBeforehand } from './domain/decide-rescue.ts';
export { type NotGivable, RescueAccounts } from './rescue/rescue-accounts.service.ts';
export { RescueAsking } from './rescue/rescue-asking.service.ts';
export { RescueSweep } from './rescue/rescue-sweep.service.ts';
export { RescueSettling } from './rescue/rescue-settling.service.ts';
export { RescueQueries, type RescueView } from './rescue/rescue.queries.ts';
export { RefundModule } from './refund.module.ts';
export { DailyLook } from './reversal/daily-look.service.ts';
export { AnswerSender, AnswerUnclear } from './dispute/answer-sender.service.ts';
export { DisputeAnswers } from './dispute/dispute-answers.service.ts';
export type { Dispute } from './dispute/dispute.entity.ts';
export {
  type AnswerView,
  type DisputeFilter,
  DisputeQueries,
  type DisputeView,
  openAnswerOf,
  type OwnDispute,
} from './dispute/dispute.queries.ts';
export {
  type DisputeAnswerState,
  disputeAnswerLifecycle,
  mayAnswer,
} from './domain/dispute-answer.lifecycle.ts';
export { disputeLifecycle, type DisputeState } from './domain/dispute.lifecycle.ts';
export { DisputeFactHandler } from './reversal/dispute-fact-handler.service.ts';
export {
  amountOf,
  type ReversalFilter,
  ReversalQueries,
  type ReversalStep,
} from './reversal/reversal.queries.ts';
export { Settlements } from './reversal/settlements.service.ts';
export { Settling } from './reversal/settling.service.ts';
export { type MatchWithBond, SuspenseFacts } from './suspense/suspense-facts.service.ts';
export { type CameBeside, SuspenseOutcomes } from './suspense/suspense-outcomes.queries.ts';
export type { SuspenseProposal } from './suspense/suspense-proposal.entity.ts';
export {
  SUSPENSE_TO_DECIDE,
  SuspenseProposalQueries,
  type SuspenseStanding,
} from './suspense/suspense-proposal.queries.ts';
export { SuspenseProposals } from './suspense/suspense-proposals.service.ts';
export { SuspenseReturns } from './suspense/suspense-returns.service.ts';
export { SuspenseSettling } from './suspense/suspense-settling.service.ts';
export {
  type RevocationReason,
  revocationLifecycle,
  revocationReasons,
  type RevocationState,
} from './domain/revocation.lifecycle.ts';
export type { Revocation } from './visa/revocation.entity.ts';
export { Revocations } from './visa/revocations.service.ts';
export { Visas } from './visa/visas.service.ts';
export { refundsWaiting } from './waiting.queries.ts';
export { Disbursement, Reversal };
