import { AuditModule } from '#audit';
import { IdentityModule } from '#identity';
import { ProgrammeModule } from '#programme';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BorderClient, BorderToken } from './clients/border-client.entity.ts';
import { Movement, MovementBatch } from './movements/movement.entity.ts';
import { BatchProofs } from './movements/batch-proofs.service.ts';
import { BorderClients } from './clients/border-clients.service.ts';
import { BorderClientStore } from './clients/border-clients.store.ts';
import { MovementIntake } from './movements/movement-intake.service.ts';
import { MovementQueries } from './movements/movement.queries.ts';
import { MovementStore } from './movements/movement.store.ts';
import { Movements } from './movements/movements.service.ts';

const DOOR = [BorderClients, MovementIntake, Movements, MovementQueries];

@Module({
  imports: [
    TypeOrmModule.forFeature([BorderClient, BorderToken, MovementBatch, Movement]),
    AuditModule,
    IdentityModule,
    ProgrammeModule,
  ],
  providers: [...DOOR, BatchProofs, BorderClientStore, MovementStore],
  exports: DOOR,
})
export class TravelModule {}
