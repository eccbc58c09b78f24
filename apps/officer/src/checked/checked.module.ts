import { IdentityModule } from '#identity';
import { ProgrammeModule } from '#programme';
import { Module } from '@nestjs/common';
import { CheckedPeople } from './checked-people.service.ts';

/** What pages stand on that show something sent in, for two people to answer. */
@Module({
  imports: [IdentityModule, ProgrammeModule],
  providers: [CheckedPeople],
  exports: [CheckedPeople],
})
export class CheckedModule {}
