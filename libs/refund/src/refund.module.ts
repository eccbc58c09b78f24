import { ApplicationModule } from '#application';
import { AuditModule } from '#audit';
import { BondEscrowModule } from '#bond-escrow';
import { IdentityModule } from '#identity';
import { LedgerModule } from '#ledger';
import { NotificationModule } from '#notification';
import { ProcessorModule } from '#processor';
import { ProgrammeModule } from '#programme';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BankReport, BankReportEntry, PaymentFile } from './bank/bank.entity.ts';
import { BankQueries } from './bank/bank.queries.ts';
import { BankReports } from './bank/bank-reports.service.ts';
import { BankSettling } from './bank/bank-settling.service.ts';
import { BankStore } from './bank/bank.store.ts';
import { OperatorAccount } from './bank/operator-account.service.ts';
import { PaymentFiles } from './bank/payment-files.service.ts';
import { Disbursement } from './disbursement/disbursement.entity.ts';
import { CaseFreeze } from './freeze/case-freeze.entity.ts';
import { CaseFreezes } from './freeze/case-freezes.service.ts';
import { FreezeLifting } from './freeze/freeze-lifting.service.ts';
import { FreezeStore } from './freeze/freeze.store.ts';
import { AnswerSender } from './dispute/answer-sender.service.ts';
import { DisputeAnswers } from './dispute/dispute-answers.service.ts';
import { DisputeQueries } from './dispute/dispute.queries.ts';
import { EvidenceFacts } from './dispute/evidence-facts.service.ts';
import { DisputeAnswer } from './dispute/dispute-answer.entity.ts';
import { Dispute } from './dispute/dispute.entity.ts';
import { DisputeStore } from './dispute/dispute.store.ts';
import { Disputes } from './dispute/disputes.service.ts';
import { Freezes } from './freeze/freezes.service.ts';
import { WarningFactHandler } from './freeze/warning-fact-handler.service.ts';
import { ParkedEvents } from './inbox/parked-events.service.ts';
import { Refund } from './refund/refund.entity.ts';
import { Reversal } from './reversal/reversal.entity.ts';
import { DisbursementSender } from './disbursement/disbursement-sender.service.ts';
import { DisbursementSweep } from './disbursement/disbursement-sweep.service.ts';
import { DisbursementOutcomes } from './disbursement/disbursement-outcomes.service.ts';
import { ReturnedMoney } from './disbursement/returned-money.service.ts';
import { Disbursements } from './disbursement/disbursements.service.ts';
import { NewDisbursements } from './disbursement/new-disbursements.service.ts';
import { RefundFactHandler } from './disbursement/refund-fact-handler.service.ts';
import { CashFactHandler } from './refund/cash-fact-handler.service.ts';
import { PaymentFactHandler } from './refund/payment-fact-handler.service.ts';
import { EndedCases } from './refund/ended-cases.service.ts';
import { RefundBrake } from './refund/refund-brake.service.ts';
import { RefundDecisions } from './refund/refund-decisions.service.ts';
import { RefundTrail } from './refund/refund-trail.service.ts';
import { RefundQueries } from './refund/refund.queries.ts';
import { RefundStore } from './refund/refund.store.ts';
import { RefundSweep } from './refund-sweep.service.ts';
import { DailyLook } from './reversal/daily-look.service.ts';
import { DisputeFactHandler } from './reversal/dispute-fact-handler.service.ts';
import { LateReturn } from './reversal/late-return.service.ts';
import { Resumption } from './reversal/resumption.service.ts';
import { ReversalBooks } from './reversal/reversal-books.service.ts';
import { ReversalTurns } from './reversal/reversal-turns.service.ts';
import { ReversalQueries } from './reversal/reversal.queries.ts';
import { ReversalStore } from './reversal/reversal.store.ts';
import { Reversals } from './reversal/reversals.service.ts';
import { RefundRun } from './run/refund-run.entity.ts';
import { RefundRunQueries } from './run/refund-run.queries.ts';
import { RefundRunStore } from './run/refund-run.store.ts';
import { RefundRuns } from './run/refund-runs.service.ts';
import { RunResuming } from './run/run-resuming.service.ts';
import { SendingGate } from './run/sending-gate.service.ts';
import { SettlementFacts } from './reversal/settlement-facts.service.ts';
import { Settlements } from './reversal/settlements.service.ts';
import { Settling } from './reversal/settling.service.ts';
import { WhatLeft } from './reversal/what-left.service.ts';
import { Rescue, RescueAccount } from './rescue/rescue.entity.ts';
import { FallbackAccount } from './rescue/fallback-account.entity.ts';
import { FallbackAccountStore } from './rescue/fallback-account.store.ts';
import { FallbackAccounts } from './rescue/fallback-accounts.service.ts';
import { RescueAccounts } from './rescue/rescue-accounts.service.ts';
import { RescueAsking } from './rescue/rescue-asking.service.ts';
import { RescueQueries } from './rescue/rescue.queries.ts';
import { RescueEnds } from './rescue/rescue-ends.service.ts';
import { RescueProposals } from './rescue/rescue-proposals.service.ts';
import { RescueReading } from './rescue/rescue-reading.service.ts';
import { RescueSteps } from './rescue/rescue-steps.service.ts';
import { RescueSweep } from './rescue/rescue-sweep.service.ts';
import { RescueSettling } from './rescue/rescue-settling.service.ts';
import { RescueStore } from './rescue/rescue.store.ts';
import { RescueTrail } from './rescue/rescue-trail.service.ts';
import { SuspenseFacts } from './suspense/suspense-facts.service.ts';
import { SuspenseHolder, SuspenseProposal } from './suspense/suspense-proposal.entity.ts';
import { SuspenseOutcomes } from './suspense/suspense-outcomes.queries.ts';
import { SuspenseProposalQueries } from './suspense/suspense-proposal.queries.ts';
import { SuspenseProposals } from './suspense/suspense-proposals.service.ts';
import { SuspenseReturns } from './suspense/suspense-returns.service.ts';
import { SuspenseSettling } from './suspense/suspense-settling.service.ts';
import { SuspenseSteps } from './suspense/suspense-steps.service.ts';
import { SuspenseStore } from './suspense/suspense.store.ts';
import { SuspenseTrail } from './suspense/suspense-trail.service.ts';
import { Revocation } from './visa/revocation.entity.ts';
import { RevocationStore } from './visa/revocation.store.ts';
import { Revocations } from './visa/revocations.service.ts';
import { Visas } from './visa/visas.service.ts';

const READS = [
  ...[BankQueries, DisputeQueries, RefundQueries, RefundRunQueries],
  ...[RescueQueries, ReversalQueries],
  ...[SuspenseOutcomes, SuspenseProposalQueries],
];
const PAYERS = [FallbackAccounts, RescueAccounts];
const TREASURY = [
  ...[Disbursements, DisputeAnswers, ParkedEvents, RefundRuns, RescueAsking, Settlements],
  ...[BankReports, OperatorAccount, PaymentFiles],
  ...[RescueProposals, RescueReading],
  ...[SuspenseFacts, SuspenseProposals, SuspenseReturns],
];
const OFFICERS = [CaseFreezes, Revocations, Visas];
const FACTS = [
  ...[PaymentFactHandler, CashFactHandler, RefundFactHandler],
  ...[DisputeFactHandler, WarningFactHandler],
];
const WORKER = [
  AnswerSender,
  BankSettling,
  DailyLook,
  DisbursementSender,
  DisbursementSweep,
  EndedCases,
  FreezeLifting,
  RefundBrake,
  RefundDecisions,
  RefundSweep,
  RunResuming,
  RescueSettling,
  RescueSweep,
  Settling,
  SuspenseSettling,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([Refund, Disbursement, Reversal, Revocation, CaseFreeze]),
    TypeOrmModule.forFeature([RefundRun, Dispute, DisputeAnswer]),
    TypeOrmModule.forFeature([Refund, Disbursement, Reversal, Revocation]),
    TypeOrmModule.forFeature([BankReport, BankReportEntry, PaymentFile]),
    TypeOrmModule.forFeature([
      FallbackAccount,
      Rescue,
      RescueAccount,
      SuspenseProposal,
      SuspenseHolder,
    ]),
    ...[ApplicationModule, AuditModule, BondEscrowModule, IdentityModule, LedgerModule],
    ...[NotificationModule, ProcessorModule, ProgrammeModule],
  ],
  providers: [
    ...[...READS, ...PAYERS, ...TREASURY, ...OFFICERS, ...FACTS, ...WORKER],
    ...[DisputeStore, Disputes, EvidenceFacts, FreezeStore, Freezes, RefundRunStore, SendingGate],
    ...[NewDisbursements, DisbursementOutcomes, ReturnedMoney, RefundTrail, RefundStore],
    ...[BankStore, RescueEnds, RescueSteps],
    ...[LateReturn, Resumption, ReversalBooks, ReversalTurns, WhatLeft],
    ...[
      FallbackAccountStore,
      RescueStore,
      RescueTrail,
      ReversalStore,
      Reversals,
      RevocationStore,
      SettlementFacts,
    ],
    ...[SuspenseSteps, SuspenseStore, SuspenseTrail],
  ],
  exports: [Freezes, ...READS, ...PAYERS, ...TREASURY, ...OFFICERS, ...FACTS, ...WORKER],
})
export class RefundModule {}
