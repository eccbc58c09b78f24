import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { auditRefusedAccess } from '#audit';
import { loadConfig, type Config } from '#platform';
import { IMPORT_BYTES_MAX } from '#travel';
import { addWeb, webAdapter } from '#web';
import { OfficerModule } from './officer.module.ts';
import { webOptions } from './web-options.ts';

/** The whole site but for listening: main, tests and benches start it from here. */
export async function createOfficer(config?: Config): Promise<NestFastifyApplication> {
  const settings = config ?? loadConfig();
  const app = await NestFactory.create<NestFastifyApplication>(
    OfficerModule.forRoot(settings),
    webAdapter(settings, IMPORT_BYTES_MAX),
    { bufferLogs: true, abortOnError: false },
  );
  auditRefusedAccess(app);
  await addWeb(app, webOptions(settings));
  return app;
}
