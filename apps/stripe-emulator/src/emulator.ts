import type { AddressInfo } from 'node:net';

import { balanceRoutes } from './balance/routes.ts';
import { settleCharge } from './charges/behaviour.ts';
import { chargeRoutes } from './charges/routes.ts';
import { expireSession, followIntent } from './checkout/behaviour.ts';
import { checkoutSessionRoutes } from './checkout/routes.ts';
import { registerControl } from './control/routes.ts';
import { customerRoutes } from './customers/routes.ts';
import { decideDispute, disputeDebit, disputeDue } from './disputes/behaviour.ts';
import { disputeRoutes } from './disputes/routes.ts';
import { forgetOldEvents } from './events/behaviour.ts';
import { eventRoutes } from './events/routes.ts';
import { fileRoutes } from './files/routes.ts';
import { Api } from './http/api.ts';
import { CallLog } from './http/call-log.ts';
import { Faults } from './http/faults.ts';
import { forgetOldKeys } from './http/idempotency.ts';
import { stripeSchema } from './http/schema.ts';
import { newServer } from './http/server.ts';
import { registerPages } from './pages/routes.tsx';
import { settleDebit } from './payment-intents/bank-debit.ts';
import { paymentIntentRoutes } from './payment-intents/routes.ts';
import { paymentMethodRoutes } from './payment-methods/routes.ts';
import { advancePayout, payOutDaily } from './payouts/behaviour.ts';
import { payoutRoutes } from './payouts/routes.ts';
import { radarRoutes } from './radar/routes.ts';
import { advanceRefund, followDebit, releaseWaiting } from './refunds/behaviour.ts';
import { refundRoutes } from './refunds/routes.ts';
import { Webhooks } from './webhook-endpoints/delivery.ts';
import { register, webhookEndpointRoutes } from './webhook-endpoints/routes.ts';
import type { Settings } from './settings.ts';
import { drawIdsFrom } from './state/ids.ts';
import { StateFile } from './state/state-file.ts';
import { newWorld, type World } from './world.ts';

export type EmulatorOptions = Pick<Settings, 'port'> & Partial<Settings>;

export interface Emulator {
  /** Base address, for the SDK's host and port and for pages. */
  url: string;
  port: number;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Every call of the API that is built. */
const ROUTES = [
  ...checkoutSessionRoutes,
  ...paymentIntentRoutes,
  ...chargeRoutes,
  ...paymentMethodRoutes,
  ...refundRoutes,
  ...disputeRoutes,
  ...radarRoutes,
  ...fileRoutes,
  ...payoutRoutes,
  ...balanceRoutes,
  ...eventRoutes,
  ...webhookEndpointRoutes,
  ...customerRoutes,
];

/** Starts an emulator on the loopback interface; rejects when the port is taken. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  stripeSchema();
  const seedIds = () => {
    if (options.seed !== undefined) drawIdsFrom(options.seed);
  };
  seedIds();
  const world = newWorld(options.delayMs ?? 1000);
  const calls = new CallLog();
  const faults = new Faults();
  const webhooks = new Webhooks(world);
  planWork(world);

  const server = newServer();
  let file: StateFile | undefined;
  let isReady = false;
  server.addHook('onRequest', (_request, reply, next) => {
    if (isReady) next();
    else void reply.code(503).send({ error: { type: 'api_error', message: 'Starting.' } });
  });
  server.get('/health/live', () => ({ status: 'ok' }));
  server.get('/health/ready', () => ({ status: 'ok' }));
  new Api(world, ROUTES, { calls, faults }, options.latencyMs ?? 0).register(server);
  registerPages(server, world);
  const reset = () => {
    world.store.clear();
    world.clock.offsetMs = 0;
    calls.clear();
    faults.clear();
    webhooks.chaos.clear();
    seedIds();
    if (options.webhook) registerWebhook(world, options.webhook);
    file?.rewrite(world.store);
  };
  registerControl(server, { world, calls, faults, webhooks, reset });

  await server.listen({ host: HOST, port: options.port });
  const { port } = server.server.address() as AddressInfo;
  const url = `http://${HOST}:${port}`;
  world.publicUrl = options.publicUrl ?? url;
  try {
    // Only now: the port is ours, so no other emulator of it is writing the file.
    if (options.dataDir) {
      file = new StateFile(options.dataDir);
      file.attach(world.store, () => tidy(world));
    }
    if (options.webhook) registerWebhook(world, options.webhook);
    webhooks.resume();
    world.scheduler.start();
  } catch (error) {
    await server.close();
    throw error;
  }
  isReady = true;
  const close = async () => {
    world.scheduler.stop();
    webhooks.stop();
    await server.close();
  };
  return { url, port, close };
}

/** What the processor does by itself, and who follows what. */
function planWork(world: World): void {
  const { scheduler } = world;
  scheduler.on('settle_charge', (id) => settleCharge(world, id));
  scheduler.on('settle_debit', (id) => void settleDebit(world, id));
  scheduler.on('dispute_debit', (id) => void disputeDebit(world, id));
  scheduler.on('decide_dispute', (id) => decideDispute(world, id));
  scheduler.on('dispute_due', (id) => disputeDue(world, id));
  scheduler.on('advance_refund', (id) => advanceRefund(world, id));
  scheduler.on('release_refunds', () => releaseWaiting(world));
  scheduler.on('advance_payout', (id) => advancePayout(world, id));
  scheduler.on('automatic_payout', () => payOutDaily(world));
  scheduler.on('expire_session', (id) => void expireSession(world, id));
  world.afterIntent = (intent) => {
    followIntent(world, intent);
    followDebit(world, intent);
  };
}

/** After a restart: the clock as it was, and nothing kept that no call can ask for any more. */
function tidy(world: World): void {
  world.clock.offsetMs = world.store.get('emulator.clock', 'clock')?.offsetMs ?? 0;
  forgetOldKeys(world);
  forgetOldEvents(world);
}

/** The endpoint of the configuration: there is one, with today's address and secret. */
function registerWebhook(world: World, { url, secret }: { url: string; secret: string }): void {
  const { store } = world;
  store.transaction(() => {
    const known = store.all('emulator.secret').find((row) => row.isConfigured);
    const endpoint = known && store.get('webhook_endpoint', known.id);
    const { id } = endpoint
      ? store.patch('webhook_endpoint', endpoint.id, { url })
      : register(world, { url, enabled_events: ['*'] }, secret);
    store.put('emulator.secret', { id, secret, isConfigured: true });
  });
}
