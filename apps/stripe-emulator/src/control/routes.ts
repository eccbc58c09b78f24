/** /_emulator/*: what a test or a drill may look at or do that Stripe has no call for. */
import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { CallLog } from '../http/call-log.ts';
import { invalid, noSuch } from '../http/errors.ts';
import type { Faults } from '../http/faults.ts';
import type { Params } from '../http/params.ts';
import type { Webhooks } from '../webhook-endpoints/delivery.ts';
import type { World } from '../world.ts';
import { bodyOf, textOf } from './body.ts';
import { registerFaults } from './faults.ts';
import { registerMoney } from './money.ts';
import { registerPayments } from './payments.ts';

export interface Control {
  world: World;
  calls: CallLog;
  faults: Faults;
  webhooks: Webhooks;
  reset: () => void;
}

export function registerControl(server: FastifyInstance, control: Control): void {
  const { world, calls, webhooks } = control;
  registerPayments(server, world);
  registerMoney(server, world);
  registerFaults(server, control.faults, webhooks);
  server.get('/_emulator/journal', (request: FastifyRequest<{ Querystring: Params }>) => {
    const wanted = request.query['request_id'];
    return { calls: calls.all().filter((call) => !wanted || call.request_id === wanted) };
  });
  server.get('/_emulator/deliveries', () => ({ deliveries: world.store.all('emulator.delivery') }));
  server.post('/_emulator/deliver', (request) => {
    const id = textOf(bodyOf(request), 'event') ?? '';
    if (!world.store.get('event', id)) throw noSuch('event', id, 'event');
    return { event: id, deliveries: webhooks.redeliver(id) };
  });
  server.post('/_emulator/clock', (request) => moveClock(world, bodyOf(request)));
  server.post('/_emulator/reset', () => {
    control.reset();
    return { reset: true };
  });
}

/** Moves the emulator's clock forward (or back) and does what falls due. */
function moveClock({ store, clock, scheduler }: World, body: Params): object {
  const seconds = Number(body['advance_seconds'] ?? 0);
  if (!Number.isSafeInteger(seconds)) {
    throw invalid('advance_seconds must be a whole number.', 'advance_seconds');
  }
  clock.offsetMs += seconds * 1000;
  store.transaction(() => store.put('emulator.clock', { id: 'clock', offsetMs: clock.offsetMs }));
  scheduler.tick();
  return { now: clock.now(), offset_seconds: clock.offsetMs / 1000 };
}
