import { ApplicationModule } from '#application';
import { AuditModule } from '#audit';
import { BondEscrowModule } from '#bond-escrow';
import { LedgerModule } from '#ledger';
import { NotificationModule } from '#notification';
import { ProcessorModule } from '#processor';
import { ProgrammeModule } from '#programme';
import { TravelModule } from '#travel';
import { Module } from '@nestjs/common';
import { Attempts } from './attempts.service.ts';
import { BrakeQueries } from './brake.queries.ts';
import { DisbursementSender } from './disbursement-sender.service.ts';
import { Disbursements } from './disbursements.service.ts';
import { MovementAssessor } from './movement-assessor.service.ts';
import { Outcomes } from './outcomes.service.ts';
import { ProcessorFacts } from './processor-facts.service.ts';
import { RecordQueries } from './record.queries.ts';
import { RefundBrake } from './refund-brake.service.ts';
import { RefundDecisions } from './refund-decisions.service.ts';
import { RefundNotes } from './refund-notes.service.ts';
import { RefundQueries } from './refund.queries.ts';
import { RefundStore } from './refund.store.ts';
import { RefundSweep } from './refund-sweep.service.ts';
import { DailyLook } from './reversal/daily-look.service.ts';
import { LateReturn } from './reversal/late-return.service.ts';
import { Resumption } from './reversal/resumption.service.ts';
import { ReversalBooks } from './reversal/reversal-books.service.ts';
import { ReversalTurns } from './reversal/reversal-turns.service.ts';
import { ReversalQueries } from './reversal/reversal.queries.ts';
import { ReversalStore } from './reversal/reversal.store.ts';
import { Reversals } from './reversal/reversals.service.ts';
import { SettlementFacts } from './reversal/settlement-facts.service.ts';
import { Settlements } from './reversal/settlements.service.ts';
import { Settling } from './reversal/settling.service.ts';
import { WhatLeft } from './reversal/what-left.service.ts';
import { Rulings } from './rulings.service.ts';
import { Subjects } from './subjects.service.ts';
import { Visas } from './visas.service.ts';

const READS = [RefundQueries, ReversalQueries];
const TREASURY = [Disbursements, Settlements];
const OFFICERS = [Visas];
const WORKER = [
  BrakeQueries,
  DailyLook,
  DisbursementSender,
  MovementAssessor,
  ProcessorFacts,
  RefundDecisions,
  RefundSweep,
  Settling,
];

@Module({
  imports: [
    ...[ApplicationModule, AuditModule, BondEscrowModule, LedgerModule, NotificationModule],
    ...[ProcessorModule, ProgrammeModule, TravelModule],
  ],
  providers: [
    ...[...READS, ...TREASURY, ...OFFICERS, ...WORKER],
    ...[Attempts, RefundBrake, Outcomes, RecordQueries, RefundNotes, RefundStore],
    ...[Rulings, Subjects],
    ...[LateReturn, Resumption, ReversalBooks, ReversalTurns, WhatLeft],
    ...[ReversalStore, Reversals, SettlementFacts],
  ],
  exports: [...READS, ...TREASURY, ...OFFICERS, ...WORKER],
})
export class RefundModule {}
