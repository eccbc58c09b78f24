import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { IdentityModule } from '#identity';
import { ProgrammeModule } from '#programme';
import { ApplyModule } from '../apply/apply.module.ts';
import { PaidBondsModule } from '../payer/paid-bonds.module.ts';
import { OwnModule } from '../own/own.module.ts';
import { TrackingModule } from '../tracking/tracking.module.ts';
import { CaseController } from './case.controller.tsx';
import { CasesController } from './cases.controller.tsx';
import { NewCaseController } from './new-case.controller.tsx';

/** My cases, and a new one. */
@Module({
  imports: [
    ApplicationModule,
    IdentityModule,
    ProgrammeModule,
    ApplyModule,
    OwnModule,
    PaidBondsModule,
    TrackingModule,
  ],
  controllers: [NewCaseController, CasesController, CaseController],
})
export class CasesModule {}
