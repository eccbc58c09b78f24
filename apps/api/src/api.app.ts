import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig, serverOptions, type Config } from '#platform';
import { ApiModule } from './api.module.ts';
import { addOpenApi } from './openapi.ts';

const BODY_BYTES_MAX = 1_048_576;

/** The API, ready to listen. `rawBody`: a signature is over the exact bytes. */
export async function createApi(config?: Config): Promise<NestFastifyApplication> {
  const settings = config ?? loadConfig();
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forRoot(settings),
    new FastifyAdapter({ ...serverOptions(settings), bodyLimit: BODY_BYTES_MAX }),
    { rawBody: true, bufferLogs: true },
  );
  await app.register(helmet);
  addOpenApi(app);
  return app;
}
