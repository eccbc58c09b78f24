import { AuditModule } from '#audit';
import { IdentityModule } from '#identity';
import { ProgrammeModule } from '#programme';
import { Module } from '@nestjs/common';
import { BatchProofs } from './batch-proofs.service.ts';
import { BorderClients } from './border-clients.service.ts';
import { BorderClientStore } from './border-clients.store.ts';
import { MovementIntake } from './movement-intake.service.ts';
import { MovementQueries } from './movement.queries.ts';
import { MovementStore } from './movement.store.ts';
import { Movements } from './movements.service.ts';

const DOOR = [BorderClients, MovementIntake, Movements, MovementQueries];

@Module({
  imports: [AuditModule, IdentityModule, ProgrammeModule],
  providers: [...DOOR, BatchProofs, BorderClientStore, MovementStore],
  exports: DOOR,
})
export class TravelModule {}
