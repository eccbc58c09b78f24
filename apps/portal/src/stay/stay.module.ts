import { DepartureModule } from '#departure';
import { DocumentsModule } from '#documents';
import { Module } from '@nestjs/common';
import { OwnModule } from '../own/own.module.ts';
import { OwnStay } from './own-stay.service.ts';
import { StayController } from './stay.controller.tsx';

/** A traveller asks for a longer stay. */
@Module({
  imports: [DepartureModule, DocumentsModule, OwnModule],
  controllers: [StayController],
  providers: [OwnStay],
})
export class OwnStayModule {}
