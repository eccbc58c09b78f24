import { BorderClient } from './clients/border-client.entity.ts';
import { Movement } from './movements/movement.entity.ts';

export { BorderClient, Movement };
export { type BorderCallback, type CallbackFault } from './callbacks/border-callback.entity.ts';
export { BorderCallbacks } from './callbacks/border-callbacks.service.ts';
export { CallbackSigner } from './callbacks/callback-signer.service.ts';
export {
  borderCallbackLifecycle,
  type BorderCallbackState,
} from './domain/border-callback.lifecycle.ts';
export { MovementBatchBody } from './movements/batch-body.ts';
export { BatchOutcome } from './movements/batch-outcome.ts';
export { BatchOutcomes } from './movements/batch-outcomes.service.ts';
export {
  type BorderClientLine,
  BorderClientQueries,
  borderProposalsWaiting,
} from './clients/border-client.queries.ts';
export { BorderClients, type TokenRefusal } from './clients/border-clients.service.ts';
export type { BorderKey } from './clients/border-key.entity.ts';
export type { BorderProposal } from './clients/border-proposal.entity.ts';
export { BorderProposals } from './clients/border-proposals.service.ts';
export {
  type BorderKeyEvent,
  borderKeyLifecycle,
  type BorderKeyState,
} from './domain/border-key.lifecycle.ts';
export {
  borderProposalLifecycle,
  type BorderProposalState,
} from './domain/border-proposal.lifecycle.ts';
export {
  type MovementKind,
  movementLifecycle,
  type MovementState,
} from './domain/movement.lifecycle.ts';
export type { ProofsSeen } from './movements/batch-proofs.service.ts';
export type { ProofFault } from './domain/proof.ts';
export type { SignedCall } from './clients/signed-call.ts';
export { areComplete, completeEverywhere } from './domain/completeness.ts';
export { FeedMarksBody } from './feeds/feed-body.ts';
export { FeedIntake, type FeedRefusal } from './feeds/feed-intake.service.ts';
export { FeedProver } from './feeds/feed-prover.service.ts';
export { Feeds } from './feeds/feeds.service.ts';
export { FeedReceipt } from './feeds/feed-receipt.ts';
export {
  handReasons,
  type HandReason,
  importDeclines,
  type ImportDecline,
  mayConfirmImport,
  mayDeclineImport,
  WITHDRAWN_IMPORT,
} from './domain/decide-import.ts';
export {
  type ImportField,
  importFields,
  type RowFault,
  rowFaults,
  type RowRepeat,
} from './domain/import-row.ts';
export {
  movementImportLifecycle,
  type MovementImportState,
} from './domain/movement-import.lifecycle.ts';
export { IMPORT_BYTES_MAX, IMPORT_LINES_MAX } from './import/file-form.ts';
export { ImportProofs } from './import/import-proofs.service.ts';
export { ImportRuns } from './import/import-runs.service.ts';
export type {
  ImportOutcome,
  MovementImport,
  MovementImportMatch,
} from './import/movement-import.entity.ts';
export {
  type ImportLine,
  importsUnfinished,
  importsWaiting,
  type MatchLine,
  MovementImportQueries,
  type ProblemLine,
} from './import/movement-import.queries.ts';
export type { ForeseenMatch } from './import/movement-import.store.ts';
export { type HandRecord, MovementImports } from './import/movement-imports.service.ts';
export type { RecordPage } from './import/imported-movement.store.ts';
export { CandidateAnswers } from './matching/candidate-answers.service.ts';
export {
  type CandidateLine,
  CandidateQueries,
  matchingWaiting,
  type Pair,
} from './matching/candidate.queries.ts';
export {
  candidateLifecycle,
  type CandidateState,
  joinReasons,
  type JoinReason,
  rejectReasons,
  type RejectReason,
} from './domain/candidate.lifecycle.ts';
export { RecordReading } from './matching/record-details.service.ts';
export { Matching } from './matching/matching.service.ts';
export type { Likeness } from './domain/variants.ts';
export { MovementIntake, type IntakeRefusal } from './movements/movement-intake.service.ts';
export {
  MovementQueries,
  movementsUnfinished,
  movementsWaiting,
  NEWEST_MOVEMENTS_MAX,
  type MovementLine,
} from './movements/movement.queries.ts';
export { JOINED_BY_PEOPLE, Movements } from './movements/movements.service.ts';
export { Receipt } from './movements/receipt.ts';
export { TravelModule } from './travel.module.ts';
