import { resolve } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { serverOptions, type Config } from '#platform';
import { ACCOUNTS } from './access.guard.ts';
import type { AccountSessions } from './account-sessions.ts';
import { readManifest } from './assets.ts';
import { addCompression } from './compression.ts';
import { addCsrf } from './csrf.ts';
import { FORM_BYTES_MAX, FormsAdapter } from './form-bodies.ts';
import { addLanguage } from './language.hook.ts';
import type { WebOptions } from './options.ts';
import { addOrigin } from './origin.ts';
import { addPublicPages } from './public-pages.ts';
import { renderPages } from './rendering.ts';
import { assertEveryRouteDeclares } from './routes.ts';
import { addSessions } from './session.ts';

const HSTS_SECONDS = 365 * 24 * 3600;

/** The adapter that both sites use. A site that takes files says how large they may be. */
export const webAdapter = (
  config: Pick<Config, 'trustedProxies'> = { trustedProxies: [] },
  fileBytesMax?: number,
) => new FormsAdapter({ ...serverOptions(config), bodyLimit: FORM_BYTES_MAX }, fileBytesMax);

const policy = (o: WebOptions, scriptSrc: string[]) => ({
  defaultSrc: ["'none'"],
  scriptSrc,
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'", ...(o.checkoutOrigins ?? [])],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
  ...(o.secure && { upgradeInsecureRequests: [] }),
});

/** Scripts run by their request's nonce alone, which helmet adds. */
const BY_NONCE: string[] = [];
/** What is sent to many cannot hold a nonce. */
const BY_ORIGIN = ["'self'"];

const policyOf = (o: WebOptions, scriptSrc: string[]) => ({
  enableCSPNonces: scriptSrc === BY_NONCE,
  contentSecurityPolicy: { useDefaults: false, directives: policy(o, scriptSrc) },
});

const addHelmet = async (server: FastifyInstance, o: WebOptions) => {
  server.addHook('onRoute', (route) => {
    if (route.config?.publicPage) route.helmet = policyOf(o, BY_ORIGIN);
  });
  await server.register(fastifyHelmet, {
    ...policyOf(o, BY_NONCE),
    strictTransportSecurity: o.secure && { maxAge: HSTS_SECONDS, includeSubDomains: true },
    referrerPolicy: { policy: 'same-origin' },
    // A payment opens in the same window; nothing else shares a process with us.
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
};

/** Nothing that a browser can do besides showing pages and sending forms is used here. */
const PERMISSIONS = [
  ...['accelerometer', 'autoplay', 'camera', 'display-capture', 'geolocation', 'gyroscope'],
  ...['hid', 'magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb', 'browsing-topics'],
]
  .map((feature) => `${feature}=()`)
  .join(', ');

const addPermissions = (server: FastifyInstance) =>
  server.addHook('onRequest', async (_, reply) => {
    reply.header('permissions-policy', PERMISSIONS);
  });

const ASSETS = '/assets/';

const addAssets = (server: FastifyInstance, o: WebOptions) =>
  server.register(fastifyStatic, {
    root: resolve(o.assetsDir),
    prefix: ASSETS,
    index: false,
    decorateReply: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    allowedPath: (path) => !path.endsWith('manifest.json'),
  });

/** Between cookies and sessions: a style sheet must not read the session table. */
const forgetCookiesOfAssets = (server: FastifyInstance) =>
  server.addHook('onRequest', async (request) => {
    if (request.url.startsWith(ASSETS)) request.cookies = {};
  });

/** Everything between Fastify and the controllers of a site. Call before `init` or `listen`. */
export async function addWeb(app: NestFastifyApplication, options: WebOptions): Promise<void> {
  assertEveryRouteDeclares(app);
  const server = app.getHttpAdapter().getInstance();
  const asset = readManifest(options.assetsDir);
  const accounts = app.get<AccountSessions>(ACCOUNTS, { strict: false });
  server.decorate('web', { options, asset, now: options.now ?? Date.now, accounts });
  renderPages(server);
  await server.register(fastifyCookie, { secret: options.sessionSecret });
  forgetCookiesOfAssets(server);
  addLanguage(server, options);
  addPublicPages(server);
  addCompression(server);
  await addHelmet(server, options);
  addPermissions(server);
  await addAssets(server, options);
  addOrigin(server, options);
  await addSessions(server, options);
  await addCsrf(server, options);
}
