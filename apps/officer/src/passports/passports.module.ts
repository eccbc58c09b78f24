import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { IdentityModule } from '#identity';
import { ProgrammeModule } from '#programme';
import { SharedModule } from '../shared/shared.module.ts';
import { PassportController } from './passport.controller.tsx';
import { CasePassport } from './case-passport.service.ts';
import { Passports } from './passports.service.ts';

/** Whose passport it is, and the next one (R32). */
@Module({
  imports: [ApplicationModule, IdentityModule, ProgrammeModule, SharedModule],
  controllers: [PassportController],
  providers: [CasePassport, Passports],
  exports: [CasePassport],
})
export class PassportsModule {}
