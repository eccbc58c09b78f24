/** What is to go wrong on purpose: calls that fail, webhooks that do not come or come wrongly. */
import type { FastifyInstance } from 'fastify';

import { invalid } from '../http/errors.ts';
import { type Fault, type Faults, STATUSES, WAYS } from '../http/faults.ts';
import type { Params } from '../http/params.ts';
import { TROUBLES } from '../webhook-endpoints/chaos.ts';
import type { Webhooks } from '../webhook-endpoints/delivery.ts';
import { bodyOf, isTrue, textOf, wholeNumber } from './body.ts';

const MOST_TIMES = 1_000_000;

export function registerFaults(server: FastifyInstance, faults: Faults, webhooks: Webhooks): void {
  server.get('/_emulator/faults', () => ({ faults: faults.all() }));
  server.post('/_emulator/faults', (request) => {
    const fault = faultOf(bodyOf(request));
    faults.plan(fault);
    return fault;
  });
  server.delete('/_emulator/faults', () => {
    faults.clear();
    return { faults: [] };
  });
  server.get('/_emulator/webhooks', () => webhooks.chaos.shown());
  server.post('/_emulator/webhooks', (request) => {
    const body = bodyOf(request);
    for (const trouble of TROUBLES) {
      if (body[trouble] === undefined) continue;
      webhooks.chaos.plan(trouble, wholeNumber(body, trouble, 0, MOST_TIMES));
    }
    if (isTrue(body, 'hold')) webhooks.chaos.isHeld = true;
    else if (body['hold'] !== undefined) webhooks.release(isTrue(body, 'reverse'));
    return webhooks.chaos.shown();
  });
}

function faultOf(body: Params): Fault {
  const times = body['times'] === undefined ? 1 : wholeNumber(body, 'times', 1, MOST_TIMES);
  return {
    does: oneOf(body, 'does', WAYS, 'error'),
    when: oneOf(body, 'when', ['before', 'after'] as const, 'before'),
    status: body['status'] === undefined ? 500 : statusOf(Number(body['status'])),
    method: textOf(body, 'method')?.toUpperCase(),
    path: textOf(body, 'path'),
    times,
  };
}

function oneOf<T extends string>(body: Params, name: string, all: readonly T[], otherwise: T): T {
  const given = body[name] ?? otherwise;
  const known = all.find((one) => one === given);
  if (known) return known;
  throw invalid(`${name} must be one of ${all.join(', ')}.`, name);
}

function statusOf(given: number): Fault['status'] {
  const known = STATUSES.find((status) => status === given);
  if (known) return known;
  throw invalid(`status must be one of ${STATUSES.join(', ')}.`, 'status');
}
