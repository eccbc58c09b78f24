import { IdentityModule } from '#identity';
import { RefundModule } from '#refund';
import { Module } from '@nestjs/common';
import { DecisionsModule } from '../decisions/decisions.module.ts';
import { SharedModule } from '../shared/shared.module.ts';
import { FreezeController } from './freeze.controller.tsx';
import { FreezePages } from './freeze-pages.service.ts';
import { FreezesController } from './freezes.controller.tsx';

/** Cases that officers have stopped. */
@Module({
  imports: [IdentityModule, RefundModule, DecisionsModule, SharedModule],
  controllers: [FreezeController, FreezesController],
  providers: [FreezePages],
})
export class FreezesModule {}
