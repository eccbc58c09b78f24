import { AuditModule } from '#audit';
import { Module } from '@nestjs/common';
import { ProgrammeStore } from './programme.store.ts';
import { Programmes } from './programmes.service.ts';

@Module({
  imports: [AuditModule],
  providers: [ProgrammeStore, Programmes],
  exports: [Programmes],
})
export class ProgrammeModule {}
