export { BondEscrowModule } from './bond-escrow.module.ts';
export { Bond } from './bond/bond.entity.ts';
export * from './bond/bond.queries.ts';
export type { BondToLookAt } from './bond/bond.store.ts';
export { Bonds } from './bond/bonds.service.ts';
export { CaseStandingQueries, type CaseStanding } from './bond/case-standing.queries.ts';
export * from './bond/desk.queries.ts';
export { looksUnfinished } from './bond/unfinished.queries.ts';
export { BondSweep } from './bond-sweep.service.ts';
export { Lapses } from './bond/lapses.service.ts';
export { BondDirection } from './direction/bond-direction.entity.ts';
export { Corrections, type CorrectionWish } from './direction/corrections.service.ts';
export { DirectionQueries, type DirectionView } from './direction/direction.queries.ts';
export { Directions } from './direction/directions.service.ts';
export type { DecideDirectionRefusal, DirectRefusal } from './direction/directions.service.ts';
export type { Directed } from './direction/proposal.ts';
export * from './domain/bond.lifecycle.ts';
export { isSurplus, notForBond, type NotForBond } from './domain/decide-payment.ts';
export type { PostingRefusal } from './domain/decide-posting.ts';
export { areSameTerms, maySecond } from './domain/decide-direction.ts';
export * from './domain/direction.lifecycle.ts';
export * from './domain/payment.lifecycle.ts';
export { receiptOf } from './domain/receipt.ts';
export type { UndertakingLanguage } from './domain/undertaking-text.ts';
export { OpenSessions } from './payment/open-sessions.service.ts';
export { Payment } from './payment/payment.entity.ts';
export { Payments } from './payment/payments.service.ts';
export type { InSuspense, PaymentApplied, Surplus } from './payment/payments.service.ts';
export { Posting, type StartPosting, type StartRefusal } from './payment/posting.service.ts';
export { receivedPaymentIdOf } from './payment/receipts.service.ts';
export { SuspenseNotes } from './suspense/suspense-notes.service.ts';
export { SuspenseEntry } from './suspense/suspense-entry.entity.ts';
export * from './suspense/suspense.queries.ts';
export { bondsWaiting } from './waiting.queries.ts';
export { Undertaking } from './undertaking/undertaking.entity.ts';
export { CaseRefusals } from './direction/case-refusals.service.ts';
export { Undertakings } from './undertaking/undertakings.service.ts';
export type {
  SignedCopy,
  Contract,
  Signing,
  SignRefusal,
  UndertakingShown,
} from './undertaking/undertakings.service.ts';
