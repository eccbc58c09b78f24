import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { auditRefusedAccess } from '#audit';
import { loadConfig, serverOptions, type Config } from '#platform';
import { ApiModule } from './api.module.ts';
import { BytesAdapter } from './bytes.adapter.ts';
import { addOpenApi } from './openapi.ts';

/** The API, ready to listen. */
export async function createApi(config?: Config): Promise<NestFastifyApplication> {
  const settings = config ?? loadConfig();
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forRoot(settings),
    new BytesAdapter(serverOptions(settings)),
    { bufferLogs: true },
  );
  auditRefusedAccess(app);
  await app.register(helmet);
  addOpenApi(app);
  return app;
}
