import 'reflect-metadata';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { listen, startApp } from '#platform';
import { ApiModule } from './api.module.ts';
import { addOpenApi } from './openapi.ts';

const BODY_BYTES_MAX = 1_048_576;

await startApp(async () => {
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forRoot(),
    new FastifyAdapter({ bodyLimit: BODY_BYTES_MAX }),
    { rawBody: true, bufferLogs: true },
  );
  await app.register(helmet);
  addOpenApi(app);
  await listen(app);
});
