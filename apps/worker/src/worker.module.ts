import { type DynamicModule, Module } from '@nestjs/common';
import { applicationEntities, ApplicationModule } from '#application';
import { auditEntities, AuditModule } from '#audit';
import { bondEscrowEntities, BondEscrowModule } from '#bond-escrow';
import { identityEntities, IdentityModule } from '#identity';
import { MailerModule, notificationEntities, NotificationModule } from '#notification';
import { paymentsEntities, PaymentsModule } from '#payments';
import { type Config, PlatformModule } from '#platform';
import { programmeEntities, ProgrammeModule } from '#programme';
import { refundEntities, RefundModule } from '#refund';
import { travelEntities, TravelModule } from '#travel';
import { InboxLoop } from './inbox.loop.ts';
import { JobsAtWork } from './jobs-at-work.ts';
import { MetricsController } from './metrics.controller.ts';
import { OracleWatch } from './oracle-watch.ts';
import { Sweep } from './sweep.ts';
import { WaitingWork } from './waiting-work.ts';

const LIBRARIES = [
  AuditModule,
  NotificationModule,
  MailerModule,
  ProgrammeModule,
  IdentityModule,
  ApplicationModule,
  PaymentsModule,
  BondEscrowModule,
  TravelModule,
  RefundModule,
];

export const workerEntities = [
  ...auditEntities,
  ...notificationEntities,
  ...programmeEntities,
  ...identityEntities,
  ...applicationEntities,
  ...paymentsEntities,
  ...bondEscrowEntities,
  ...travelEntities,
  ...refundEntities,
];

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
      providers: [InboxLoop, JobsAtWork, OracleWatch, Sweep, WaitingWork],
    };
  }
}
