import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { IdentityModule } from '#identity';
import { ProgrammeModule } from '#programme';
import { ApplyModule } from '../apply/apply.module.ts';
import { OwnModule } from '../own/own.module.ts';
import { TrackingModule } from '../tracking/tracking.module.ts';
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
    TrackingModule,
  ],
  controllers: [CasesController, NewCaseController],
})
export class CasesModule {}
