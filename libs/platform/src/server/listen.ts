import { setFlagsFromString } from 'node:v8';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { Config, loadConfig } from '../config/config.ts';
import { describeError } from '../logging/describe-error.ts';
import { refuseDemonstration } from './no-demonstration.ts';
import { outliveErrors } from './unhandled.ts';
import { waitForDatabase } from './wait-for-database.ts';

const isPortTaken = (e: unknown) => (e as { code?: string }).code === 'EADDRINUSE';

/** Starts serving; ends cleanly on SIGTERM and SIGINT. A taken port is said in one line. */
export async function listen(app: NestFastifyApplication): Promise<void> {
  const { port, bindAddress } = app.get(Config);
  const logger = app.get(Logger);
  app.useLogger(logger);
  outliveErrors({ close: () => app.close(), error: (text) => logger.error(text) });
  app.enableShutdownHooks();
  try {
    await app.listen(port, bindAddress);
  } catch (e) {
    if (!isPortTaken(e)) throw e;
    console.error(`Port ${port} is taken. Stop what uses it, or set PORT to a free one.`);
    process.exit(1);
  }
}

// Their messages are whole: what is wrong, and what to do.
const SPEAK_FOR_THEMSELVES = ['ConfigError', 'NoDatabase', 'OfDemonstration'];

// Under load, rows outlive a collection of the young, and V8 would make all later ones among the old at once,
// where each page leaves 120 KB for the slow collector instead of 30. No environment variable takes this one.
const ROWS_ARE_SHORT_LIVED = '--no-allocation-site-pretenuring';

/** Reads the settings, waits for the database, starts, or says in one line why it could not begin. */
export async function startApp(start: (config: Config) => Promise<void>): Promise<void> {
  setFlagsFromString(ROWS_ARE_SHORT_LIVED);
  try {
    const config = loadConfig();
    await waitForDatabase(config.databaseUrl);
    await refuseDemonstration(config);
    await start(config);
  } catch (e) {
    const isWhole = e instanceof Error && SPEAK_FOR_THEMSELVES.includes(e.name);
    console.error(isWhole ? e.message : describeError(e).stack);
    process.exit(1);
  }
}
