import { Module } from '@nestjs/common';
import { UnfinishedController } from './unfinished.controller.tsx';

/** Work that began and did not end. */
@Module({
  controllers: [UnfinishedController],
})
export class UnfinishedModule {}
