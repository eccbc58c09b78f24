import type Stripe from 'stripe';

import { invalid, notBuilt } from '../http/errors.ts';
import { type ListParams, page } from '../http/lists.ts';
import { mergeMetadata } from '../http/metadata.ts';
import { type Call, found, LIST, route } from '../http/route.ts';
import { stripeSchema } from '../http/schema.ts';
import { newId, randomLetters } from '../state/ids.ts';
import type { World } from '../world.ts';

type Create = Stripe.WebhookEndpointCreateParams;
type Update = Stripe.WebhookEndpointUpdateParams;

const BUILT = ['url', 'enabled_events', 'description', 'metadata.*'];

export const webhookEndpointRoutes = [
  route(
    'POST',
    '/v1/webhook_endpoints',
    'WebhookEndpointCreate',
    [...BUILT, 'api_version'],
    create,
  ),
  route('GET', '/v1/webhook_endpoints', 'WebhookEndpointList', LIST, list),
  route('GET', '/v1/webhook_endpoints/:id', 'WebhookEndpointRetrieve', [], ({ world, id }) =>
    one(world, id),
  ),
  route(
    'POST',
    '/v1/webhook_endpoints/:id',
    'WebhookEndpointUpdate',
    [...BUILT, 'disabled'],
    update,
  ),
  route('DELETE', '/v1/webhook_endpoints/:id', 'WebhookEndpointRetrieve', [], remove),
];

function one({ store }: World, id: string): Stripe.WebhookEndpoint {
  return found(store.get('webhook_endpoint', id), 'webhook endpoint', id);
}

/** The only answer that shows the secret. */
function create({ world, params }: Call<Create>): object {
  if (params.api_version && params.api_version !== stripeSchema()['x-api-version']) {
    throw notBuilt(`events of API version ${params.api_version}`, 'api_version');
  }
  const secret = `whsec_${randomLetters(32)}`;
  const endpoint = register(world, params, secret);
  return { ...endpoint, secret };
}

/** Adds an endpoint, from the API or from the configuration. */
export function register(world: World, params: Create, secret: string): Stripe.WebhookEndpoint {
  const { store, clock } = world;
  checkEndpoint(params);
  const id = newId('we');
  store.put('emulator.secret', { id, secret });
  return store.put('webhook_endpoint', {
    id,
    object: 'webhook_endpoint',
    api_version: params.api_version ?? null,
    application: null,
    created: clock.now(),
    description: params.description || null,
    enabled_events: [...params.enabled_events],
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    status: 'enabled',
    url: params.url,
  });
}

function checkEndpoint({ url, enabled_events: events }: Partial<Create>): void {
  if (url !== undefined && !/^https?:\/\/\S+$/.test(url)) {
    throw invalid(
      'Invalid URL: An explicit scheme (such as https) must be provided.',
      'url',
      'url_invalid',
    );
  }
  if (events?.length === 0)
    throw invalid('Missing required param: enabled_events.', 'enabled_events', 'parameter_missing');
}

function update({ world, id, params }: Call<Update>): object {
  const endpoint = one(world, id);
  checkEndpoint(params);
  return world.store.patch('webhook_endpoint', id, {
    ...(params.url ? { url: params.url } : {}),
    ...(params.enabled_events ? { enabled_events: [...params.enabled_events] } : {}),
    ...(params.description === undefined ? {} : { description: params.description || null }),
    ...(params.disabled === undefined ? {} : { status: params.disabled ? 'disabled' : 'enabled' }),
    metadata: mergeMetadata(endpoint.metadata, params.metadata),
  });
}

function remove({ world, id }: Call<object>): object {
  const { store } = world;
  one(world, id);
  store.remove('webhook_endpoint', id);
  store.remove('emulator.secret', id);
  return { id, object: 'webhook_endpoint', deleted: true };
}

function list({ world, params, path }: Call<ListParams>): object {
  return page(world.store.all('webhook_endpoint'), params, path);
}
