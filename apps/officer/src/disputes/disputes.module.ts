import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { RefundModule } from '#refund';
import { SharedModule } from '../shared/shared.module.ts';
import { DisputesController } from './disputes.controller.tsx';

/** Payments that their payer's bank disputes. */
@Module({
  imports: [IdentityModule, RefundModule, SharedModule],
  controllers: [DisputesController],
})
export class DisputesModule {}
