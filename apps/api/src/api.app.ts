import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { auditRefusedAccess } from '#audit';
import { loadConfig, serverOptions, type Config } from '#platform';
import { ApiModule } from './api.module.ts';
import { BytesAdapter } from './bytes.adapter.ts';
import { addOpenApi } from './openapi.ts';

/**
 * What counts where only machines ask and only JSON is answered: nothing of it is ever a page, and
 * headers for pages alone are left out, since an event takes a fifth of a millisecond in all.
 */
const HEADERS: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false, // said by frame-ancestors
  xPermittedCrossDomainPolicies: false,
  xPoweredBy: false, // Fastify does not say it
  xXssProtection: false,
};

/** The API, ready to listen. */
export async function createApi(config?: Config): Promise<NestFastifyApplication> {
  const settings = config ?? loadConfig();
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forRoot(settings),
    new BytesAdapter(serverOptions(settings)),
    { bufferLogs: true },
  );
  auditRefusedAccess(app);
  await app.register(helmet, HEADERS);
  addOpenApi(app);
  return app;
}
