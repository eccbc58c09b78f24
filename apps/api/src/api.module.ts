import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { auditEntities, AuditModule } from '#audit';
import { identityEntities, IdentityModule } from '#identity';
import { notificationEntities, NotificationModule } from '#notification';
import { type Config, PlatformModule } from '#platform';
import { processorEntities, ProcessorModule } from '#processor';
import { travelEntities, TravelModule } from '#travel';
import { BorderController } from './border/border.controller.ts';
import { BorderStrategy } from './border/border.strategy.ts';
import { ErrorFilter } from './error.filter.ts';
import { StripeWebhookController } from './stripe/stripe-webhook.controller.ts';

/** Machines only: the processor's events and border systems' records. */
@Module({})
export class ApiModule {
  static forRoot(config?: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot({
          process: 'api',
          entities: [
            ...auditEntities,
            ...notificationEntities,
            ...identityEntities,
            ...processorEntities,
            ...travelEntities,
          ],
          ...(config && { config }),
        }),
        AuditModule,
        NotificationModule,
        IdentityModule,
        ProcessorModule,
        TravelModule,
        PassportModule,
      ],
      controllers: [StripeWebhookController, BorderController],
      providers: [BorderStrategy, { provide: APP_FILTER, useClass: ErrorFilter }],
    };
  }
}
