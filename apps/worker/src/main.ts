import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { listen, serverOptions, startApp } from '#platform';
import { WorkerModule } from './worker.module.ts';

await startApp(async (config) => {
  const app = await NestFactory.create<NestFastifyApplication>(
    WorkerModule.forRoot(config),
    new FastifyAdapter(serverOptions(config)),
    { bufferLogs: true },
  );
  await listen(app);
});
