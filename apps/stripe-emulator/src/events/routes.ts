import type Stripe from 'stripe';

import { LISTED_SECONDS } from './behaviour.ts';
import { invalid } from '../http/errors.ts';
import { type ListParams, page } from '../http/lists.ts';
import { type Call, found, LIST, route } from '../http/route.ts';
import type { EventRow } from '../state/kinds.ts';
import type { World } from '../world.ts';

type Filter = ListParams & Stripe.EventListParams;

const MOST_TYPES = 20;

export const eventRoutes = [
  route(
    'GET',
    '/v1/events',
    'EventList',
    [...LIST, 'created.*', 'type', 'types', 'delivery_success'],
    list,
  ),
  route('GET', '/v1/events/:id', 'EventRetrieve', [], ({ world, id }) =>
    found(world.store.get('event', id), 'event', id),
  ),
];

function list({ world, params, path }: Call<Filter>): object {
  const { type, types, delivery_success: isDelivered } = params;
  if (type && types)
    throw invalid('You may only specify one of these parameters: type, types.', 'types');
  if (types && types.length > MOST_TYPES) {
    throw invalid(`You can list at most ${MOST_TYPES} types.`, 'types');
  }
  const oldest = world.clock.now() - LISTED_SECONDS;
  const open = isDelivered === undefined ? undefined : undelivered(world);
  const rows = world.store
    .all('event')
    .filter(
      (event: EventRow) =>
        event.created >= oldest &&
        (!type || matches(event.type, type)) &&
        (!types || types.includes(event.type)) &&
        (!open || open.has(event.id) !== isDelivered),
    );
  return page(rows, params, path);
}

/** "charge.*" means every event about charges. */
function matches(type: string, wanted: string): boolean {
  return wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
}

/** Events that some endpoint has not acknowledged, whether it will be tried again or not. */
function undelivered({ store }: World): Set<string> {
  const open = store.all('emulator.delivery').filter((delivery) => delivery.state !== 'delivered');
  return new Set(open.map((delivery) => delivery.event));
}
