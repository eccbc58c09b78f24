export { MovementAssessor } from './assessment/movement-assessor.service.ts';
export { BrakeQueries, type RefundRate } from './brake.queries.ts';
export { DepartureSweep } from './departure-sweep.service.ts';
export { DepartureModule } from './departure.module.ts';
export * from './domain/assess-movement.ts';
