import { DepartureModule } from '#departure';
import { Module } from '@nestjs/common';
import { OwnFilesModule } from '../files/own-files.module.ts';
import { OwnModule } from '../own/own.module.ts';
import { OwnStay } from './own-stay.service.ts';
import { StayController } from './stay.controller.tsx';

/** A traveller asks for a longer stay. */
@Module({
  imports: [DepartureModule, OwnModule, OwnFilesModule],
  controllers: [StayController],
  providers: [OwnStay],
})
export class OwnStayModule {}
