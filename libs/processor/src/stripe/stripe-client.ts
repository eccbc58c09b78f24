import type { Config } from '#platform';
import Stripe from 'stripe';

/** One per process: the SDK keeps its connections. */
export function stripeClient({ stripe }: Config): Stripe {
  return new Stripe(stripe.secretKey, {
    // Retried under the same key, so a retry is no second effect.
    maxNetworkRetries: 1,
    // The SDK's own 80 s outlast our requests and leases.
    timeout: 20_000,
    telemetry: false,
    ...(stripe.apiBase && hostOf(new URL(stripe.apiBase))),
  });
}

const hostOf = (base: URL) => ({
  host: base.hostname,
  port: base.port || (base.protocol === 'http:' ? '80' : '443'),
  protocol: base.protocol === 'http:' ? ('http' as const) : ('https' as const),
});
