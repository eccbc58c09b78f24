export { AsideProposals, type AsideRefusal } from './aside/aside-proposals.service.ts';
export { AsideQueries, type AsideStanding } from './aside/aside.queries.ts';
export { AsideSettling } from './aside/aside-settling.service.ts';
export type { MovementProposal } from './aside/movement-proposal.entity.ts';
export {
  type AsideKind,
  type DismissDecline,
  dismissDeclines,
  type DismissReason,
  dismissReasons,
} from './domain/decide-aside.ts';
export {
  movementProposalLifecycle,
  type MovementProposalState,
} from './domain/movement-proposal.lifecycle.ts';
export { Contradictions } from './assessment/contradictions.service.ts';
export { MovementAssessor } from './assessment/movement-assessor.service.ts';
export type { JourneyNote } from './assessment/journey-note.entity.ts';
export { JourneyNotes } from './assessment/journey-notes.service.ts';
export { ImportWorker } from './imports/import-worker.service.ts';
export { BrakeQueries } from './brake.queries.ts';
export { DepartureSweep } from './departure-sweep.service.ts';
export type { EvidenceRequest } from './silence/evidence-request.entity.ts';
export { EvidenceRequests } from './silence/evidence-requests.service.ts';
export {
  type IncompletePort,
  IncompletePorts,
  incompletePortsSql,
  portsWaiting,
} from './silence/incomplete-ports.queries.ts';
export { SilentRefunds } from './silence/silent-refunds.service.ts';
export { Silence } from './silence/silence.service.ts';
export { DepartureModule } from './departure.module.ts';
export {
  type EvidenceCheck,
  evidenceChecks,
  type EvidenceKind,
  type EvidenceProposal,
  evidenceKinds,
  evidenceRefusals,
  type EvidenceRefusal,
  mayConfirmProposal,
  sendBackReasons,
  type SendBackReason,
} from './domain/decide-evidence.ts';
export { evidenceLifecycle, type EvidenceState } from './domain/evidence.lifecycle.ts';
export { EvidenceChecks } from './evidence/evidence-checks.service.ts';
export {
  EvidenceQueries,
  type EvidenceView,
  evidenceWaiting,
} from './evidence/evidence.queries.ts';
export { EvidenceReports } from './evidence/evidence-reports.service.ts';
export { EvidenceSettling } from './evidence/evidence-settling.service.ts';
export {
  afterExtension,
  type ExtensionReason,
  extensionReasons,
  mayConfirmFact,
  type StayFactKind,
  stayFactKinds,
  type StayFactRefusal,
  stayFactRefusals,
  type StayProposal,
} from './domain/decide-stay.ts';
export { stayFactLifecycle, type StayFactState } from './domain/stay-fact.lifecycle.ts';
export { StayChecks } from './stay/stay-checks.service.ts';
export { StayFactQueries, type StayFactView, stayFactsWaiting } from './stay/stay-fact.queries.ts';
export { StayReports } from './stay/stay-reports.service.ts';
export { StaySettling } from './stay/stay-settling.service.ts';
export type { DeskReason } from './domain/assess-movement.ts';
export type { JourneyCode } from './domain/explain-record.ts';
