import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { AuditModule } from '#audit';
import { BondEscrowModule } from '#bond-escrow';
import { IdentityModule } from '#identity';
import { LedgerModule } from '#ledger';
import { ProgrammeModule } from '#programme';
import { RefundModule } from '#refund';
import { TravelModule } from '#travel';
import { PassportsModule } from '../passports/passports.module.ts';
import { SharedModule } from '../shared/shared.module.ts';
import { CaseController } from './case.controller.tsx';
import { CaseFile } from './case-file.service.ts';
import { CaseHistory } from './case-history.service.ts';
import { CaseInformation } from './case-information.service.ts';
import { CaseMoney } from './case-money.service.ts';
import { CaseParts } from './case-parts.service.ts';

/** Everything about one case on one page. */
@Module({
  imports: [
    ApplicationModule,
    AuditModule,
    BondEscrowModule,
    IdentityModule,
    LedgerModule,
    ProgrammeModule,
    RefundModule,
    TravelModule,
    PassportsModule,
    SharedModule,
  ],
  controllers: [CaseController],
  providers: [CaseFile, CaseHistory, CaseInformation, CaseMoney, CaseParts],
})
export class CasesModule {}
