import { ApplicationModule } from '#application';
import { BondEscrowModule } from '#bond-escrow';
import { DocumentsModule } from '#documents';
import { ProgrammeModule } from '#programme';
import { RefundModule } from '#refund';
import { TravelModule } from '#travel';
import { Module } from '@nestjs/common';
import { MovementAssessor } from './assessment/movement-assessor.service.ts';
import { RecordQueries } from './assessment/record.queries.ts';
import { AssessmentEffects } from './assessment/assessment-effects.service.ts';
import { Subjects } from './assessment/subjects.service.ts';
import { BrakeQueries } from './brake.queries.ts';
import { DepartureSweep } from './departure-sweep.service.ts';

@Module({
  imports: [
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
  ],
  exports: [BrakeQueries, DepartureSweep, MovementAssessor],
})
export class DepartureModule {}
