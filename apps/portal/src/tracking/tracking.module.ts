import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { BondEscrowModule } from '#bond-escrow';
import { DepartureModule } from '#departure';
import { BreachModule } from '#breach';
import { ProgrammeModule } from '#programme';
import { RefundModule } from '#refund';
import { OwnModule } from '../own/own.module.ts';
import { DatesController } from './dates.controller.ts';
import { PaidBondsModule } from '../payer/paid-bonds.module.ts';
import { MoneyBeside } from './money-beside.service.ts';
import { Reported } from './reported.service.ts';
import { Tracking } from './tracking.service.ts';

/** Where a case and its money are. */
@Module({
  imports: [
    ApplicationModule,
    BondEscrowModule,
    DepartureModule,
    BreachModule,
    ProgrammeModule,
    RefundModule,
    OwnModule,
    PaidBondsModule,
  ],
  controllers: [DatesController],
  providers: [MoneyBeside, Reported, Tracking],
  exports: [Tracking],
})
export class TrackingModule {}
