import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { IdentityModule } from '#identity';
import { SharedModule } from '../shared/shared.module.ts';
import { SearchController } from './search.controller.tsx';

/** Finding a case by its reference or a passport. */
@Module({
  imports: [ApplicationModule, IdentityModule, SharedModule],
  controllers: [SearchController],
})
export class SearchModule {}
