import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { Config } from '../config/config.ts';

// Addresses carry no personal data by design; queries might, so only the path is written.
const pathOf = (url = '') => url.split('?', 1)[0];

/** JSON lines: what was asked, by which request, how it ended. No headers, bodies or addresses. */
export const loggingFor = (process: string, config: Config): DynamicModule =>
  LoggerModule.forRoot({
    pinoHttp: {
      name: process,
      level: config.logLevel,
      genReqId: () => randomUUID(),
      autoLogging: { ignore: (req: IncomingMessage) => /^\/(health|assets)\//.test(req.url ?? '') },
      serializers: {
        req: (r: { id: string; method: string; url: string }) => ({
          id: r.id,
          method: r.method,
          path: pathOf(r.url),
        }),
        res: (r: { statusCode: number }) => ({ status: r.statusCode }),
      },
    },
  });
