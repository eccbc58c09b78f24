import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { Options } from 'pino-http';
import type { Config } from '../config/config.ts';
import { describeError } from './describe-error.ts';
import { requestInLog } from './request-log.hook.ts';

/**
 * JSON lines, each with the request (the server's id) that it was written in. No headers, bodies or
 * addresses, and of errors nothing that quotes data. The requests themselves: request-log.hook.ts.
 */
export const logOptions = (process: string, level: string): Options => ({
  name: process,
  level,
  autoLogging: false,
  mixin: requestInLog,
  serializers: {
    // pino gives its own form, with everything that hangs on the error; `raw` is the error.
    err: (e: { raw?: unknown }) => describeError(e.raw ?? e),
  },
  hooks: {
    // A line with an error and no words would take the error's own.
    logMethod(args, log) {
      const [what, words] = args as unknown[];
      const error = what instanceof Error ? what : (what as { err?: unknown } | null)?.err;
      if (error && words === undefined)
        log.apply(this, [what as object, describeError(error).message]);
      else log.apply(this, args);
    },
  },
});

export const loggingFor = (process: string, config: Config): DynamicModule =>
  LoggerModule.forRoot({ pinoHttp: logOptions(process, config.logLevel), forRoutes: [] });
