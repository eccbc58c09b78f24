import { Module } from '@nestjs/common';
import { ApplicationModule } from '#application';
import { AuditModule } from '#audit';
import { BondEscrowModule } from '#bond-escrow';
import { NotificationModule } from '#notification';
import { RefundModule } from '#refund';
import { OwnModule } from '../own/own.module.ts';
import { PapersController } from './papers.controller.tsx';
import { ReceiptController } from './receipt.controller.tsx';

/** What people keep and print. */
@Module({
  imports: [
    ApplicationModule,
    AuditModule,
    BondEscrowModule,
    NotificationModule,
    OwnModule,
    RefundModule,
  ],
  controllers: [PapersController, ReceiptController],
})
export class PapersModule {}
