import type { IncomingMessage } from 'node:http';
import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { Options } from 'pino-http';
import type { Config } from '../config/config.ts';
import { describeError } from './describe-error.ts';

// Addresses carry no personal data by design; queries might, so only the path is written.
const pathOf = (url = '') => url.split('?', 1)[0];

/**
 * JSON lines: what was asked, by which request (the server's id), how it ended. No headers, bodies
 * or addresses, and of errors nothing that quotes data.
 */
export const logOptions = (process: string, level: string): Options => ({
  name: process,
  level,
  autoLogging: { ignore: (req: IncomingMessage) => /^\/(health|assets)\//.test(req.url ?? '') },
  serializers: {
    req: (r: { id: string; method: string; url: string }) => ({
      id: r.id,
      method: r.method,
      path: pathOf(r.url),
    }),
    res: (r: { statusCode: number }) => ({ status: r.statusCode }),
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
  LoggerModule.forRoot({ pinoHttp: logOptions(process, config.logLevel) });
