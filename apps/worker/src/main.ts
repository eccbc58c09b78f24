import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { listen, loadConfig, serverOptions, startApp } from '#platform';
import { WorkerModule } from './worker.module.ts';

await startApp(async () => {
  const config = loadConfig();
  const app = await NestFactory.create<NestFastifyApplication>(
    WorkerModule.forRoot(config),
    new FastifyAdapter(serverOptions(config)),
    { bufferLogs: true },
  );
  await listen(app);
});
