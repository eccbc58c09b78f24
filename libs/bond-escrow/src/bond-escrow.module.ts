import { ApplicationModule } from '#application';
import { AuditModule } from '#audit';
import { IdentityModule } from '#identity';
import { LedgerModule } from '#ledger';
import { NotificationModule } from '#notification';
import { ProcessorModule } from '#processor';
import { ProgrammeModule } from '#programme';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BondSweep } from './bond-sweep.service.ts';
import { Bond } from './bond/bond.entity.ts';
import { BondMails } from './bond/bond-mails.service.ts';
import { BondQueries } from './bond/bond.queries.ts';
import { BondStore } from './bond/bond.store.ts';
import { Bonds } from './bond/bonds.service.ts';
import { CaseStandingQueries } from './bond/case-standing.queries.ts';
import { BondDeskQueries } from './bond/desk.queries.ts';
import { Withdrawals } from './bond/withdrawals.service.ts';
import { Lapses } from './bond/lapses.service.ts';
import { BondDirection } from './direction/bond-direction.entity.ts';
import { DirectionQueries } from './direction/direction.queries.ts';
import { DirectionStore } from './direction/direction.store.ts';
import { CaseQuestions } from './direction/case-questions.service.ts';
import { CaseRefusals } from './direction/case-refusals.service.ts';
import { Corrections } from './direction/corrections.service.ts';
import { Directions } from './direction/directions.service.ts';
import { OpenSessions } from './payment/open-sessions.service.ts';
import { PayerAcceptance } from './payer/payer-acceptance.service.ts';
import { PayerChanges } from './payer/payer-changes.service.ts';
import { SealedInvitations } from './payer/sealed-invitations.service.ts';
import { PayerInvitation } from './payer/payer-invitation.entity.ts';
import { PayerInvitationStore } from './payer/payer-invitation.store.ts';
import { PayerInvitations } from './payer/payer-invitations.service.ts';
import { PayerTrail } from './payer/payer-trail.service.ts';
import { Payers } from './payer/payers.service.ts';
import { SilentPayers } from './payer/silent-payers.service.ts';
import { PayerCash } from './payment/payer-cash.entity.ts';
import { Payment } from './payment/payment.entity.ts';
import { PaymentStore } from './payment/payment.store.ts';
import { Payments } from './payment/payments.service.ts';
import { PayersCash } from './payment/payer-cash.service.ts';
import { PaymentLocks } from './payment/payment-locks.service.ts';
import { PaymentNews } from './payment/payment-news.service.ts';
import { Posting } from './payment/posting.service.ts';
import { Receipts } from './payment/receipts.service.ts';
import { SessionResults } from './payment/session-results.service.ts';
import { SuspenseEntry } from './suspense/suspense-entry.entity.ts';
import { SuspenseNotes } from './suspense/suspense-notes.service.ts';
import { SuspenseQueries } from './suspense/suspense.queries.ts';
import { Undertaking } from './undertaking/undertaking.entity.ts';
import { UndertakingStore } from './undertaking/undertaking.store.ts';
import { Undertakings } from './undertaking/undertakings.service.ts';

const ENTITIES = [
  ...[BondDirection, Bond, Undertaking, PayerInvitation],
  ...[Payment, PayerCash, SuspenseEntry],
];

const STORES = [BondStore, DirectionStore, PayerInvitationStore, PaymentStore, UndertakingStore];
const OPEN = [
  BondDeskQueries,
  BondQueries,
  BondSweep,
  Bonds,
  CaseQuestions,
  CaseRefusals,
  CaseStandingQueries,
  Corrections,
  DirectionQueries,
  Directions,
  Lapses,
  OpenSessions,
  PayerAcceptance,
  PayerChanges,
  PayerInvitations,
  Payers,
  PayersCash,
  Payments,
  Posting,
  SuspenseNotes,
  SuspenseQueries,
  Undertakings,
  Withdrawals,
];

@Module({
  imports: [
    TypeOrmModule.forFeature(ENTITIES),
    ApplicationModule,
    AuditModule,
    IdentityModule,
    LedgerModule,
    NotificationModule,
    ProcessorModule,
    ProgrammeModule,
  ],
  providers: [
    ...[...STORES, ...OPEN, BondMails],
    ...[PayerTrail, SealedInvitations, SilentPayers],
    ...[PaymentLocks, PaymentNews, Receipts, SessionResults],
  ],
  exports: OPEN,
})
export class BondEscrowModule {}
