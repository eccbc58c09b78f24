import { AuditModule } from '#audit';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Consulate, Port, Programme, ProgrammeVersion } from './programme.entity.ts';
import { ProgrammeStore } from './programme.store.ts';
import { Programmes } from './programmes.service.ts';

@Module({
  imports: [TypeOrmModule.forFeature([Programme, ProgrammeVersion, Consulate, Port]), AuditModule],
  providers: [ProgrammeStore, Programmes],
  exports: [Programmes],
})
export class ProgrammeModule {}
