import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config, loadConfig } from './config/config.ts';
import { Vault } from './crypto/vault.service.ts';
import { Database } from './database/database.service.ts';
import { OracleProgressStore } from './database/oracle-progress.store.ts';
import { OracleQueries } from './database/oracle.queries.ts';
import { sourceOptions } from './database/source.ts';
import { HealthController } from './health/health.controller.ts';
import { JobRunner } from './jobs/job-runner.service.ts';
import { Jobs } from './jobs/jobs.service.ts';
import { RateLimiter } from './limits/rate-limiter.service.ts';
import { loggingFor } from './logging/logging.ts';
import { RequestLog } from './logging/request-log.hook.ts';
import { PlainAddress } from './server/plain-address.hook.ts';
import { PlatformSweep } from './sweep/platform-sweep.service.ts';
import { UnfinishedWork } from './waiting/unfinished-work.service.ts';
import { Wake } from './wake/wake.service.ts';

export interface PlatformOptions {
  /** Name of the process in logs. */
  readonly process: 'portal' | 'officer' | 'api' | 'worker';
  /** Given by tests; otherwise read from the environment. */
  readonly config?: Config;
}

const SHARED = [Database, Vault, Jobs, JobRunner, RateLimiter, UnfinishedWork, Wake];
const WORKER = [OracleProgressStore, OracleQueries, PlatformSweep];

/** What every process stands on. Imported once, by the app's root module. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    const config = options.config ?? loadConfig();
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          ...sourceOptions(config.databaseUrl),
          // Each library's module names its own.
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
        TerminusModule.forRoot({ logger: false }),
        loggingFor(options.process, config),
      ],
      controllers: [HealthController],
      providers: [
        { provide: Config, useValue: config },
        RequestLog,
        PlainAddress,
        ...SHARED,
        ...WORKER,
      ],
      exports: [Config, ...SHARED, ...WORKER],
    };
  }
}
