import { IdentityModule } from '#identity';
import { RefundModule } from '#refund';
import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { RefundRunController } from './refund-run.controller.tsx';
import { RefundRunPages } from './refund-run-pages.service.ts';

/** How refunds leave. */
@Module({
  imports: [IdentityModule, RefundModule, SharedModule],
  controllers: [RefundRunController],
  providers: [RefundRunPages],
})
export class RefundRunModule {}
