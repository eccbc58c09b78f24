import { BorderClient, BorderToken } from './border-client.entity.ts';
import { Movement, MovementBatch } from './movement.entity.ts';

export { BorderClient, Movement, MovementBatch };
export { MovementBatchBody } from './batch-body.ts';
export {
  BorderClients,
  type RegisterRefusal,
  type TokenRefusal,
} from './border-clients.service.ts';
export * from './domain/movement.lifecycle.ts';
export type { ProofsSeen } from './batch-proofs.service.ts';
export type { ProofFault } from './domain/proof.ts';
export { MovementIntake, type IntakeRefusal, type SignedCall } from './movement-intake.service.ts';
export {
  MovementQueries,
  movementsUnfinished,
  movementsWaiting,
  NEWEST_MOVEMENTS_MAX,
  type MovementDesk,
  type MovementLine,
} from './movement.queries.ts';
export { Movements } from './movements.service.ts';
export { Receipt } from './receipt.ts';
export { TravelModule } from './travel.module.ts';

/** For PlatformModule.forRoot: the tables this library owns. */
export const travelEntities = [BorderClient, BorderToken, MovementBatch, Movement];
