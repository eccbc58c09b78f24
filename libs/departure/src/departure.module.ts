import { ApplicationModule } from '#application';
import { AuditModule } from '#audit';
import { BondEscrowModule } from '#bond-escrow';
import { DocumentsModule } from '#documents';
import { LedgerModule } from '#ledger';
import { ProgrammeModule } from '#programme';
import { RefundModule } from '#refund';
import { TravelModule } from '#travel';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AsideProposals } from './aside/aside-proposals.service.ts';
import { AsideQueries } from './aside/aside.queries.ts';
import { AsideSettling } from './aside/aside-settling.service.ts';
import { MovementHolder, MovementProposal } from './aside/movement-proposal.entity.ts';
import { MovementProposalStore } from './aside/movement-proposal.store.ts';
import { MovementAssessor } from './assessment/movement-assessor.service.ts';
import { RecordQueries } from './assessment/record.queries.ts';
import { AssessmentEffects } from './assessment/assessment-effects.service.ts';
import { ContradictionQueries } from './assessment/contradiction.queries.ts';
import { Contradictions } from './assessment/contradictions.service.ts';
import { RecordCorrections } from './assessment/corrections.service.ts';
import { JourneyNote } from './assessment/journey-note.entity.ts';
import { RecordRulings } from './assessment/record-rulings.service.ts';
import { JourneyNotes } from './assessment/journey-notes.service.ts';
import { Subjects } from './assessment/subjects.service.ts';
import { Evidence, EvidenceUpload } from './evidence/evidence.entity.ts';
import { EvidenceChecks } from './evidence/evidence-checks.service.ts';
import { EvidenceDecisions } from './evidence/evidence-decisions.service.ts';
import { EvidenceQueries } from './evidence/evidence.queries.ts';
import { EvidenceReports } from './evidence/evidence-reports.service.ts';
import { EvidenceSettling } from './evidence/evidence-settling.service.ts';
import { EvidenceTrail } from './evidence/evidence-trail.service.ts';
import { EvidenceStore } from './evidence/evidence.store.ts';
import { BrakeQueries } from './brake.queries.ts';
import { ImportForesight } from './imports/import-foresight.service.ts';
import { ImportWorker } from './imports/import-worker.service.ts';
import { EvidenceRequest } from './silence/evidence-request.entity.ts';
import { EvidenceRequests } from './silence/evidence-requests.service.ts';
import { EvidenceRequestStore } from './silence/evidence-request.store.ts';
import { SilentStays } from './silence/silent-stays.service.ts';
import { IncompletePorts } from './silence/incomplete-ports.queries.ts';
import { SilentRefunds } from './silence/silent-refunds.service.ts';
import { SilenceQueries } from './silence/silence.queries.ts';
import { Silence } from './silence/silence.service.ts';
import { StayChecks } from './stay/stay-checks.service.ts';
import { StayDecisions } from './stay/stay-decisions.service.ts';
import { StayEffects } from './stay/stay-effects.service.ts';
import { StayFact, StayFactUpload } from './stay/stay-fact.entity.ts';
import { StayFactQueries } from './stay/stay-fact.queries.ts';
import { StayFactStore } from './stay/stay-fact.store.ts';
import { StayReports } from './stay/stay-reports.service.ts';
import { StaySettling } from './stay/stay-settling.service.ts';
import { StayStandings } from './stay/stay-standings.service.ts';
import { StayTrail } from './stay/stay-trail.service.ts';
import { DepartureSweep } from './departure-sweep.service.ts';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      ...[Evidence, EvidenceRequest, EvidenceUpload, StayFact, StayFactUpload],
      ...[JourneyNote, MovementHolder, MovementProposal],
    ]),
    ApplicationModule,
    AuditModule,
    BondEscrowModule,
    DocumentsModule,
    LedgerModule,
    ProgrammeModule,
    RefundModule,
    TravelModule,
  ],
  providers: [
    ...[AsideProposals, AsideQueries, AsideSettling, MovementProposalStore],
    BrakeQueries,
    DepartureSweep,
    EvidenceChecks,
    EvidenceQueries,
    EvidenceReports,
    EvidenceSettling,
    EvidenceStore,
    EvidenceTrail,
    EvidenceDecisions,
    ImportForesight,
    ImportWorker,
    MovementAssessor,
    RecordQueries,
    AssessmentEffects,
    RecordCorrections,
    ...[ContradictionQueries, Contradictions],
    ...[JourneyNotes, RecordRulings],
    Subjects,
    EvidenceRequests,
    Silence,
    IncompletePorts,
    SilenceQueries,
    SilentRefunds,
    SilentStays,
    EvidenceRequestStore,
    ...[StayChecks, StayDecisions, StayEffects, StayFactQueries, StayFactStore, StayReports],
    ...[StaySettling, StayStandings, StayTrail],
  ],
  exports: [
    ...[AsideProposals, AsideQueries, AsideSettling],
    BrakeQueries,
    Contradictions,
    DepartureSweep,
    IncompletePorts,
    DocumentsModule,
    EvidenceChecks,
    EvidenceQueries,
    EvidenceReports,
    EvidenceRequests,
    EvidenceSettling,
    ImportWorker,
    JourneyNotes,
    MovementAssessor,
    Silence,
    SilentRefunds,
    ...[StayChecks, StayFactQueries, StayReports, StaySettling],
  ],
})
export class DepartureModule {}
