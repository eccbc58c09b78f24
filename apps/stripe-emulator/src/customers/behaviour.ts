import type Stripe from 'stripe';

import { newId } from '../state/ids.ts';
import type { World } from '../world.ts';
import { customer } from './object.ts';
import { emit } from '../events/behaviour.ts';

export interface CustomerFields {
  email?: string | null;
  name?: string | null;
  phone?: string | null;
  description?: string | null;
  address?: Stripe.Address | null;
  metadata?: Record<string, string>;
  preferredLocales?: string[];
}

export function createCustomer(world: World, given: CustomerFields): Stripe.Customer {
  const { store, clock } = world;
  const created = store.put(
    'customer',
    customer({
      ...{ id: newId('cus'), created: clock.now() },
      ...{ email: given.email ?? null, name: given.name ?? null, phone: given.phone ?? null },
      ...{ description: given.description ?? null, address: given.address ?? null },
      ...{ metadata: given.metadata ?? {}, preferredLocales: given.preferredLocales ?? [] },
    }),
  );
  emit(world, 'customer.created', created);
  return created;
}
