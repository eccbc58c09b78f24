import { ApplicationModule } from '#application';
import { AuditModule } from '#audit';
import { BondEscrowModule } from '#bond-escrow';
import { DocumentsModule } from '#documents';
import { ProgrammeModule } from '#programme';
import { RefundModule } from '#refund';
import { TravelModule } from '#travel';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MovementAssessor } from './assessment/movement-assessor.service.ts';
import { RecordQueries } from './assessment/record.queries.ts';
import { AssessmentEffects } from './assessment/assessment-effects.service.ts';
import { Subjects } from './assessment/subjects.service.ts';
import { BrakeQueries } from './brake.queries.ts';
import { EvidenceRequest } from './silence/evidence-request.entity.ts';
import { EvidenceRequests } from './silence/evidence-requests.service.ts';
import { EvidenceRequestStore } from './silence/evidence-request.store.ts';
import { SilentStays } from './silence/silent-stays.service.ts';
import { IncompletePorts } from './silence/incomplete-ports.queries.ts';
import { SilenceQueries } from './silence/silence.queries.ts';
import { Silence } from './silence/silence.service.ts';
import { DepartureSweep } from './departure-sweep.service.ts';

@Module({
  imports: [
    TypeOrmModule.forFeature([EvidenceRequest]),
    AuditModule,
    ApplicationModule,
    BondEscrowModule,
    DocumentsModule,
    ProgrammeModule,
    RefundModule,
    TravelModule,
  ],
  providers: [
    BrakeQueries,
    DepartureSweep,
    MovementAssessor,
    RecordQueries,
    AssessmentEffects,
    Subjects,
    EvidenceRequests,
    Silence,
    IncompletePorts,
    SilenceQueries,
    SilentStays,
    EvidenceRequestStore,
  ],
  exports: [
    BrakeQueries,
    DepartureSweep,
    EvidenceRequests,
    MovementAssessor,
    IncompletePorts,
    Silence,
  ],
})
export class DepartureModule {}
