import { FiguresModule } from '#figures';
import { ProgrammeModule } from '#programme';
import { Module } from '@nestjs/common';
import { FiguresController } from './figures.controller.tsx';

/** How the programmes have done, for everybody. */
@Module({
  imports: [FiguresModule, ProgrammeModule],
  controllers: [FiguresController],
})
export class ServiceFiguresModule {}
