import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { AuditModule } from '#audit';
import { IdentityModule } from '#identity';
import { NotificationModule } from '#notification';
import { type Config, PlatformModule } from '#platform';
import { ProcessorModule } from '#processor';
import { TravelModule } from '#travel';
import { BorderController } from './border/border.controller.ts';
import { CallbackKeysController } from './border/callback-keys.controller.ts';
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
          ...(config && { config }),
        }),
        AuditModule,
        NotificationModule,
        IdentityModule,
        ProcessorModule,
        TravelModule,
        PassportModule,
      ],
      controllers: [StripeWebhookController, CallbackKeysController, BorderController],
      providers: [BorderStrategy, { provide: APP_FILTER, useClass: ErrorFilter }],
    };
  }
}
