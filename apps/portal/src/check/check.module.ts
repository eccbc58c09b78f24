import { AuditModule } from '#audit';
import { NotificationModule } from '#notification';
import { ProgrammeModule } from '#programme';
import { Module } from '@nestjs/common';
import { CheckController } from './check.controller.tsx';

/** Whether a paper is real. */
@Module({
  imports: [AuditModule, NotificationModule, ProgrammeModule],
  controllers: [CheckController],
})
export class CheckModule {}
