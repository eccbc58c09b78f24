import { Module } from '@nestjs/common';
import { TravelModule } from '#travel';
import { MovementsController } from './movements.controller.tsx';

/** What border systems told. */
@Module({
  imports: [TravelModule],
  controllers: [MovementsController],
})
export class MovementsModule {}
