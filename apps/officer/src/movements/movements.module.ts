import { Module } from '@nestjs/common';
import { DepartureModule } from '#departure';
import { IdentityModule } from '#identity';
import { TravelModule } from '#travel';
import { MovementsController } from './movements.controller.tsx';

/** What border systems told. */
@Module({
  imports: [TravelModule, DepartureModule, IdentityModule],
  controllers: [MovementsController],
})
export class MovementsModule {}
