export { MovementAssessor } from './assessment/movement-assessor.service.ts';
export { BrakeQueries } from './brake.queries.ts';
export { DepartureSweep } from './departure-sweep.service.ts';
export type { EvidenceRequest } from './silence/evidence-request.entity.ts';
export { EvidenceRequests } from './silence/evidence-requests.service.ts';
export {
  type IncompletePort,
  IncompletePorts,
  portsWaiting,
} from './silence/incomplete-ports.queries.ts';
export { Silence } from './silence/silence.service.ts';
export { DepartureModule } from './departure.module.ts';
export type { DeskReason } from './domain/assess-movement.ts';
