import { Module } from '@nestjs/common';
import { ProgrammeModule } from '#programme';
import { StartController } from './start.controller.tsx';

/** The programmes and their rules, for everybody. */
@Module({
  imports: [ProgrammeModule],
  controllers: [StartController],
})
export class StartModule {}
