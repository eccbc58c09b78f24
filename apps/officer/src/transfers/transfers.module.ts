import { DocumentsModule } from '#documents';
import { IdentityModule } from '#identity';
import { RefundModule } from '#refund';
import { Module } from '@nestjs/common';
import { AccountController } from './account.controller.tsx';
import { TransferDesk } from './transfer-desk.service.ts';
import { TransfersController } from './transfers.controller.tsx';

/** Refunds that go to bank accounts: who decides, files for the bank, and what it answers. */
@Module({
  imports: [DocumentsModule, IdentityModule, RefundModule],
  controllers: [AccountController, TransfersController],
  providers: [TransferDesk],
})
export class TransfersModule {}
