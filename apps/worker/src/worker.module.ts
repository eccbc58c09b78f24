import { type DynamicModule, Module } from '@nestjs/common';
import { applicationEntities, ApplicationModule } from '#application';
import { auditEntities, AuditModule } from '#audit';
import { bondEscrowEntities, BondEscrowModule, BondSweep } from '#bond-escrow';
import { BrakeQueries, DepartureModule, DepartureSweep } from '#departure';
import { identityEntities, IdentityModule, IdentitySweep } from '#identity';
import { MailerModule, MailSender, notificationEntities, NotificationModule } from '#notification';
import { type Config, type Measured, PlatformModule, PlatformSweep, type Swept } from '#platform';
import { InboxQueries, processorEntities, ProcessorModule } from '#processor';
import { programmeEntities, ProgrammeModule } from '#programme';
import { refundEntities, RefundModule, RefundSweep } from '#refund';
import { BorderClients, travelEntities, TravelModule } from '#travel';
import { InboxLoop } from './inbox.loop.ts';
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
  BondEscrowModule,
  TravelModule,
  RefundModule,
  DepartureModule,
];

export const workerEntities = [
  ...auditEntities,
  ...notificationEntities,
  ...programmeEntities,
  ...identityEntities,
  ...applicationEntities,
  ...processorEntities,
  ...bondEscrowEntities,
  ...travelEntities,
  ...refundEntities,
];

/** One after the other, every minute. */
const swept = {
  provide: SWEPT,
  useFactory: (...libraries: Swept[]) => libraries,
  inject: [
    ...[BondSweep, RefundSweep, DepartureSweep, MailSender, IdentitySweep, BorderClients],
    PlatformSweep,
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
          entities: workerEntities,
          ...(config && { config }),
        }),
        ...LIBRARIES,
      ],
      controllers: [MetricsController],
      providers: [InboxLoop, WorkerJobs, OracleWatch, Sweep, swept, measured],
    };
  }
}
