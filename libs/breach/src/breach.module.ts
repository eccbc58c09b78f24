import { ApplicationModule } from '#application';
import { AuditModule } from '#audit';
import { BondEscrowModule } from '#bond-escrow';
import { DocumentsModule } from '#documents';
import { IdentityModule } from '#identity';
import { LedgerModule } from '#ledger';
import { NotificationModule } from '#notification';
import { ProgrammeModule } from '#programme';
import { RefundModule } from '#refund';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BreachAppeal } from './appeal/breach-appeal.entity.ts';
import { AppealWindows } from './appeal/appeal-windows.service.ts';
import { Appeals } from './appeal/appeals.service.ts';
import { BreachSweep } from './breach-sweep.service.ts';
import { Decisions } from './decision/decisions.service.ts';
import { BreachFile, BreachGround } from './file/breach-file.entity.ts';
import { BreachFileStore } from './file/breach-file.store.ts';
import { BreachFiles } from './file/breach-files.service.ts';
import { BreachReading } from './file/breach-reading.service.ts';
import { BreachTrail } from './file/breach-trail.service.ts';
import { BreachQueries } from './file/breach.queries.ts';
import { SealedTexts } from './file/sealed-texts.service.ts';
import { DecisionLetters } from './letter/decision-letters.service.ts';
import { BreachGroundUpload, BreachQuestion, BreachReply } from './notice/breach-reply.entity.ts';
import { Notices } from './notice/notices.service.ts';
import { Replies } from './notice/replies.service.ts';
import { ReplyFiles } from './notice/reply-files.service.ts';
import { ReferralQueries } from './referral/referral.queries.ts';
import { Referrals } from './referral/referrals.service.ts';
import { Rescissions } from './rescission/rescissions.service.ts';
import { BreachFactor, BreachFinding, BreachRuling } from './ruling/breach-ruling.entity.ts';
import { BreachRulingStore } from './ruling/breach-ruling.store.ts';
import { CarryingOut } from './ruling/carrying-out.service.ts';
import { Finality } from './ruling/finality.service.ts';
import { Forfeits } from './ruling/forfeits.service.ts';
import { RulingEffects } from './ruling/ruling-effects.service.ts';
import { RulingReading } from './ruling/ruling-reading.service.ts';
import { Rulings } from './ruling/rulings.service.ts';
import { Standstills } from './standstill/standstill.queries.ts';

const ENTITIES = [
  ...[BreachFile, BreachGround, BreachGroundUpload, BreachReply, BreachQuestion, BreachAppeal],
  ...[BreachRuling, BreachFinding, BreachFactor],
];
const READS = [BreachQueries, BreachReading, DecisionLetters, Standstills];
const PEOPLE = [Notices, Replies, ReplyFiles, Decisions, Appeals, Rescissions, Rulings, Forfeits];
const WORKER = [AppealWindows, BreachSweep, CarryingOut, Referrals];

@Module({
  imports: [
    TypeOrmModule.forFeature(ENTITIES),
    ...[ApplicationModule, AuditModule, BondEscrowModule, DocumentsModule, LedgerModule],
    ...[IdentityModule, NotificationModule, ProgrammeModule, RefundModule],
  ],
  providers: [
    ...[...READS, ...PEOPLE, ...WORKER],
    ...[BreachFiles, BreachFileStore, BreachRulingStore, BreachTrail],
    ...[ReferralQueries, RulingReading, SealedTexts],
    ...[Finality, RulingEffects],
  ],
  exports: [...READS, ...PEOPLE, ...WORKER],
})
export class BreachModule {}
