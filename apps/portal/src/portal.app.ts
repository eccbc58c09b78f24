import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { auditRefusedAccess } from '#audit';
import { UPLOAD_BYTES_MAX } from '#documents';
import { loadConfig, type Config } from '#platform';
import { addWeb, webAdapter } from '#web';
import { PortalModule } from './portal.module.ts';
import { webOptions } from './web-options.ts';

/** The whole site but for listening: main, tests and benches start it from here. */
export async function createPortal(config?: Config): Promise<NestFastifyApplication> {
  const settings = config ?? loadConfig();
  const app = await NestFactory.create<NestFastifyApplication>(
    PortalModule.forRoot(settings),
    webAdapter(settings, UPLOAD_BYTES_MAX),
    { bufferLogs: true, abortOnError: false },
  );
  app.useLogger(app.get(Logger));
  auditRefusedAccess(app);
  await addWeb(app, webOptions(settings));
  return app;
}
