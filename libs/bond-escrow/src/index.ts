export { BondEscrowModule } from './bond-escrow.module.ts';
export { Bond } from './bond/bond.entity.ts';
export {
  BondQueries,
  type BondRow,
  type BondStep,
  type BondView,
  type PaymentView,
} from './bond/bond.queries.ts';
export type { BondToLookAt } from './bond/bond.store.ts';
export { Bonds } from './bond/bonds.service.ts';
export {
  CaseStandingQueries,
  type CaseActs,
  type CaseStanding,
} from './bond/case-standing.queries.ts';
export { BondDeskQueries, type SuspenseRow } from './bond/desk.queries.ts';
export { looksUnfinished } from './bond/unfinished.queries.ts';
export { BondSweep } from './bond-sweep.service.ts';
export { Lapses } from './bond/lapses.service.ts';
export { putCancelJob } from './bond/cancel-job.ts';
export { endedWithHeldBond } from './bond/ended.queries.ts';
export { Withdrawals } from './bond/withdrawals.service.ts';
export { Corrections } from './direction/corrections.service.ts';
export { DirectionQueries, type DirectionView } from './direction/direction.queries.ts';
export { Directions } from './direction/directions.service.ts';
export {
  type BondEvent,
  bondLifecycle,
  type BondState,
  isPosted,
  isToPost,
} from './domain/bond.lifecycle.ts';
export { isTransferAwaited, waysOffered } from './domain/decide-posting.ts';
export { isSurplus, notForBond } from './domain/decide-payment.ts';
export { areSameTerms, maySecond } from './domain/decide-direction.ts';
export {
  type CorrectionReason,
  correctionReasons,
  type DeclineReason,
  declineReasons,
  directionLifecycle,
  type DirectionState,
} from './domain/direction.lifecycle.ts';
export { type PostingClock, type PostingPauseReason } from './domain/posting-clock.ts';
export { paymentLifecycle, type PaymentState } from './domain/payment.lifecycle.ts';
export { receiptOf } from './domain/receipt.ts';
export { type NotAskable, type NotTaken } from './domain/decide-payer.ts';
export { payerInvitationLifecycle } from './domain/payer-invitation.lifecycle.ts';
export { PayerAcceptance, type Invited } from './payer/payer-acceptance.service.ts';
export { bondAsked } from './payer/bond-asked.queries.ts';
export { Payers, type AskedPayer } from './payer/payers.service.ts';
export { PayerChanges } from './payer/payer-changes.service.ts';
export { PayerInvitations } from './payer/payer-invitations.service.ts';
export { OpenSessions } from './payment/open-sessions.service.ts';
export { PayersCash, type RecalledCash } from './payment/payer-cash.service.ts';
export { Payments } from './payment/payments.service.ts';
export type { Surplus } from './payment/payment-applied.ts';
export { Posting, type StartRefusal } from './payment/posting.service.ts';
export { receivedPaymentIdOf } from './payment/receipts.service.ts';
export { SuspenseNotes } from './suspense/suspense-notes.service.ts';
export { type NotCounted, SuspenseQueries } from './suspense/suspense.queries.ts';
export { bondsWaiting } from './waiting.queries.ts';
export { CaseQuestions } from './direction/case-questions.service.ts';
export { CaseRefusals } from './direction/case-refusals.service.ts';
export { isSameName } from './domain/undertaking-text.ts';
export { Undertakings } from './undertaking/undertakings.service.ts';
export type { SignedCopy, Contract, SignRefusal } from './undertaking/undertakings.service.ts';
