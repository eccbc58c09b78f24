import { type DynamicModule, Module } from '@nestjs/common';
import { ApplicationModule, InformationSweep, LeaveReminders } from '#application';
import { AuditModule, DaySealing, sealedTrail, SealingModule } from '#audit';
import { BondEscrowModule, BondSweep } from '#bond-escrow';
import { BreachModule, BreachSweep } from '#breach';
import { BrakeQueries, DepartureModule, DepartureSweep } from '#departure';
import { FiguresModule, Publishing } from '#figures';
import { IdentityModule, IdentitySweep } from '#identity';
import { ClosingDays, LedgerModule, sealedBooks, TellingBalances } from '#ledger';
import { MailerModule, MailSender, NotificationModule } from '#notification';
import { type Config, type Measured, PlatformModule, PlatformSweep, type Swept } from '#platform';
import { InboxQueries, ProcessorModule } from '#processor';
import { ProgrammeModule } from '#programme';
import { RefundModule, RefundSweep, RescueSweep } from '#refund';
import { BorderCallbacks, BorderClients, FeedProver, Matching, TravelModule } from '#travel';
import {
  BalanceAsking,
  BankComparing,
  ClosingMonths,
  ClosingWayMails,
  Comparing,
  DifferenceSettling,
  MovementAsking,
  TreasuryModule,
} from '#treasury';
import { BankJobs } from './bank.jobs.ts';
import { BorderJobs } from './border.jobs.ts';
import { CallbackJobs } from './callback.jobs.ts';
import { DecidedJobs } from './decided.jobs.ts';
import { InboxLoop } from './inbox.loop.ts';
import { MoneyJobs } from './money.jobs.ts';
import { TreasuryJobs } from './treasury.jobs.ts';
import { WorkerJobs } from './worker.jobs.ts';
import { MEASURED, MetricsController } from './metrics.controller.ts';
import { OracleWatch } from './oracle-watch.service.ts';
import { Sweep, SWEPT } from './sweep.service.ts';

const LIBRARIES = [
  AuditModule,
  NotificationModule,
  MailerModule,
  ProgrammeModule,
  IdentityModule,
  ApplicationModule,
  ProcessorModule,
  LedgerModule,
  BondEscrowModule,
  TravelModule,
  RefundModule,
  DepartureModule,
  BreachModule,
  FiguresModule,
  TreasuryModule,
  SealingModule.forRoot([...sealedBooks, ...sealedTrail]),
];

/** One after the other, every minute. */
const swept = {
  provide: SWEPT,
  useFactory: (...libraries: Swept[]) => libraries,
  inject: [
    ...[
      BondSweep,
      RefundSweep,
      RescueSweep,
      DepartureSweep,
      MailSender,
      IdentitySweep,
      BorderClients,
      BorderCallbacks,
    ],
    ...[
      BreachSweep,
      FeedProver,
      Matching,
      LeaveReminders,
      InformationSweep,
      Publishing,
      DaySealing,
      ClosingDays,
      TellingBalances,
      BalanceAsking,
      MovementAsking,
      Comparing,
      BankComparing,
      DifferenceSettling,
      ClosingMonths,
      ClosingWayMails,
      PlatformSweep,
    ],
  ],
};
const measured = {
  provide: MEASURED,
  useFactory: (...libraries: Measured[]) => libraries,
  inject: [InboxQueries, BrakeQueries],
};

/** Everything that happens without a person: events, jobs and sweeps. */
@Module({})
export class WorkerModule {
  static forRoot(config?: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot({
          process: 'worker',
          ...(config && { config }),
        }),
        ...LIBRARIES,
      ],
      controllers: [MetricsController],
      providers: [
        InboxLoop,
        WorkerJobs,
        BorderJobs,
        CallbackJobs,
        BankJobs,
        DecidedJobs,
        MoneyJobs,
        TreasuryJobs,
        OracleWatch,
        Sweep,
        swept,
        measured,
      ],
    };
  }
}
