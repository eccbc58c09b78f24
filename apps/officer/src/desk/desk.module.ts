import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { SharedModule } from '../shared/shared.module.ts';
import { DeskController } from './desk.controller.tsx';
import { Desk } from './desk.service.ts';

/** The first page: what waits for whom. */
@Module({
  imports: [ApplicationModule, SharedModule],
  controllers: [DeskController],
  providers: [Desk],
})
export class DeskModule {}
