import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { Config } from '../config/config.ts';
import { describeError } from '../logging/describe-error.ts';

const isPortTaken = (e: unknown) => (e as { code?: string }).code === 'EADDRINUSE';

/** Starts serving; ends cleanly on SIGTERM and SIGINT. A taken port is said in one line. */
export async function listen(app: NestFastifyApplication): Promise<void> {
  const { port, bindAddress } = app.get(Config);
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  try {
    await app.listen(port, bindAddress);
  } catch (e) {
    if (!isPortTaken(e)) throw e;
    console.error(`Port ${port} is taken. Stop what uses it, or set PORT to a free one.`);
    process.exit(1);
  }
}

/** Runs an app's start and says in one line why it could not begin. */
export async function startApp(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (e) {
    const isSettings = e instanceof Error && e.name === 'ConfigError';
    console.error(isSettings ? e.message : describeError(e).stack);
    process.exit(1);
  }
}
