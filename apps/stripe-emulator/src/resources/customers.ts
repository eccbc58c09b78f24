import type Stripe from 'stripe';

import { createCustomer } from '../behaviour/customers.ts';
import { invalid } from '../http/errors.ts';
import { mergeMetadata } from '../http/metadata.ts';
import { type Call, found, route } from '../http/route.ts';

const BUILT = [
  'email',
  'name',
  'phone',
  'description',
  'address.*',
  'preferred_locales',
  'metadata.*',
];

export const customerRoutes = [
  route('POST', '/v1/customers', 'CustomerCreate', BUILT, create),
  route('GET', '/v1/customers/:id', 'CustomerRetrieve', [], ({ world, id }) =>
    found(world.store.get('customer', id), 'customer', id),
  ),
];

function create({ world, params }: Call<Stripe.CustomerCreateParams>): object {
  const { email, name, phone, description, address, preferred_locales: preferredLocales } = params;
  if (email && !/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw invalid(`Invalid email address: ${email}`, 'email', 'email_invalid');
  }
  return createCustomer(world, {
    ...{ email, name, phone, description, preferredLocales },
    address: address ? wholeAddress(address) : null,
    metadata: mergeMetadata({}, params.metadata),
  });
}

function wholeAddress(given: Stripe.AddressParam): Stripe.Address {
  const { city, country, line1, line2, postal_code: postalCode, state } = given;
  return {
    city: city ?? null,
    country: country ?? null,
    line1: line1 ?? null,
    line2: line2 ?? null,
    postal_code: postalCode ?? null,
    state: state ?? null,
  };
}
