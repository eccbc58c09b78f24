import { IdentityModule } from '#identity';
import { RefundModule } from '#refund';
import { Module } from '@nestjs/common';
import { OwnModule } from '../own/own.module.ts';
import { BeforehandController } from './beforehand.controller.tsx';
import { OwnRefunds } from './own-refund.service.ts';
import { RefundAccountController } from './refund-account.controller.tsx';

/** A bank account for a refund that cannot go back as it came. */
@Module({
  imports: [IdentityModule, OwnModule, RefundModule],
  controllers: [BeforehandController, RefundAccountController],
  providers: [OwnRefunds],
})
export class RefundAccountModule {}
