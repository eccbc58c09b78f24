import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { BondEscrowModule } from '#bond-escrow';
import { IdentityModule } from '#identity';
import { ProgrammeModule } from '#programme';
import { RefundModule } from '#refund';
import { PassportsModule } from '../passports/passports.module.ts';
import { SharedModule } from '../shared/shared.module.ts';
import { CorrectController } from './correct.controller.tsx';
import { DirectController } from './direct.controller.tsx';
import { InformationController } from './information.controller.tsx';
import { RefuseController } from './refuse.controller.tsx';
import { ReopenController } from './reopen.controller.tsx';
import { VisaController } from './visa.controller.tsx';
import { Deciding } from './deciding.service.ts';

/** What an officer decides about a case. */
@Module({
  imports: [
    ApplicationModule,
    BondEscrowModule,
    IdentityModule,
    ProgrammeModule,
    RefundModule,
    PassportsModule,
    SharedModule,
  ],
  controllers: [
    CorrectController,
    DirectController,
    InformationController,
    RefuseController,
    ReopenController,
    VisaController,
  ],
  providers: [Deciding],
  exports: [Deciding],
})
export class DecisionsModule {}
