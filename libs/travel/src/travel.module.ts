import { AuditModule } from '#audit';
import { IdentityModule } from '#identity';
import { ProgrammeModule } from '#programme';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BorderClient, BorderToken } from './clients/border-client.entity.ts';
import { Movement, MovementBatch } from './movements/movement.entity.ts';
import { BatchProofs } from './movements/batch-proofs.service.ts';
import { BorderClients } from './clients/border-clients.service.ts';
import { BatchOutcomes } from './movements/batch-outcomes.service.ts';
import { BorderClientStore } from './clients/border-clients.store.ts';
import { BorderClientQueries } from './clients/border-client.queries.ts';
import { BorderKey } from './clients/border-key.entity.ts';
import { BorderProposal } from './clients/border-proposal.entity.ts';
import { BorderProposalStore } from './clients/border-proposal.store.ts';
import { BorderProposals } from './clients/border-proposals.service.ts';
import { CallProofs } from './clients/call-proofs.service.ts';
import { ReportingPlaces } from './clients/reporting-places.service.ts';
import { FeedIntake } from './feeds/feed-intake.service.ts';
import { FeedMark, FeedReport } from './feeds/feed-mark.entity.ts';
import { FeedMarkStore } from './feeds/feed-mark.store.ts';
import { FeedProver } from './feeds/feed-prover.service.ts';
import { Feeds } from './feeds/feeds.service.ts';
import { ImportChecks } from './import/import-checks.service.ts';
import { ImportContents } from './import/import-contents.service.ts';
import { ImportLoads } from './import/import-loads.service.ts';
import { ImportProofs } from './import/import-proofs.service.ts';
import { ImportReader } from './import/import-reader.service.ts';
import { ImportRuns } from './import/import-runs.service.ts';
import { ImportedMovementStore } from './import/imported-movement.store.ts';
import {
  MovementImport,
  MovementImportMatch,
  MovementImportPart,
  MovementImportProblem,
} from './import/movement-import.entity.ts';
import { MovementImportQueries } from './import/movement-import.queries.ts';
import { MovementImportStore } from './import/movement-import.store.ts';
import { MovementImports } from './import/movement-imports.service.ts';
import { BorderCallback } from './callbacks/border-callback.entity.ts';
import { BorderCallbackStore } from './callbacks/border-callback.store.ts';
import { BorderCallbacks } from './callbacks/border-callbacks.service.ts';
import { CallbackCaller } from './callbacks/callback-caller.service.ts';
import { CallbackSigner } from './callbacks/callback-signer.service.ts';
import { BatchEnds } from './movements/batch-ends.service.ts';
import { CandidateAnswers } from './matching/candidate-answers.service.ts';
import { CandidateQueries } from './matching/candidate.queries.ts';
import { CandidateStore } from './matching/candidate.store.ts';
import { Matching } from './matching/matching.service.ts';
import { MovementCandidate } from './matching/movement-candidate.entity.ts';
import { RecordReading } from './matching/record-details.service.ts';
import { MovementIntake } from './movements/movement-intake.service.ts';
import { MovementQueries } from './movements/movement.queries.ts';
import { MovementStore } from './movements/movement.store.ts';
import { Movements } from './movements/movements.service.ts';

const DOOR = [
  ...[BorderCallbacks, BorderClients, BorderClientQueries, BorderProposals, CallbackSigner],
  ...[BatchOutcomes, MovementIntake, Movements, MovementQueries],
  ...[FeedIntake, FeedProver, Feeds],
  ...[MovementImports, MovementImportQueries, ImportProofs, ImportRuns],
  ...[CandidateAnswers, CandidateQueries, Matching, RecordReading],
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      ...[BorderCallback, BorderClient, BorderKey, BorderProposal, BorderToken],
      MovementBatch,
      Movement,
      FeedReport,
      FeedMark,
      ...[MovementImport, MovementImportPart, MovementImportProblem, MovementImportMatch],
      MovementCandidate,
    ]),
    AuditModule,
    IdentityModule,
    ProgrammeModule,
  ],
  providers: [
    ...DOOR,
    ...[ImportChecks, ImportContents, ImportLoads, ImportReader],
    ...[ImportedMovementStore, MovementImportStore],
    ...[BorderClientStore, BorderProposalStore, ReportingPlaces],
    ...[BatchEnds, BorderCallbackStore, CallbackCaller],
    ...[BatchProofs, CallProofs, CandidateStore, FeedMarkStore],
    MovementStore,
  ],
  exports: DOOR,
})
export class TravelModule {}
