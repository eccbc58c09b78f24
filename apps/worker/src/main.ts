import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { listen, startApp } from '#platform';
import { WorkerModule } from './worker.module.ts';

await startApp(async () => {
  const app = await NestFactory.create<NestFastifyApplication>(
    WorkerModule.forRoot(),
    new FastifyAdapter(),
    { bufferLogs: true },
  );
  await listen(app);
});
