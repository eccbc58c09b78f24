import { IdentityModule } from '#identity';
import { ProgrammeModule } from '#programme';
import { TravelModule } from '#travel';
import { Module } from '@nestjs/common';
import { BorderCallbacksController } from './border-callbacks.controller.tsx';
import { BorderClientsController } from './border-clients.controller.tsx';
import { BorderDesk } from './border-desk.service.ts';
import { BorderProposalsController } from './border-proposals.controller.tsx';

/** Border systems, their keys, and who lets them in. */
@Module({
  imports: [IdentityModule, ProgrammeModule, TravelModule],
  controllers: [BorderProposalsController, BorderClientsController, BorderCallbacksController],
  providers: [BorderDesk],
})
export class BorderClientsModule {}
