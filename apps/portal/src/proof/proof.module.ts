import { AuditModule } from '#audit';
import { LedgerModule } from '#ledger';
import { Module } from '@nestjs/common';
import { ProofController } from './proof.controller.tsx';

/** Proof of the money and of the records, for everybody. */
@Module({
  imports: [AuditModule, LedgerModule],
  controllers: [ProofController],
})
export class ProofModule {}
