import { ok, refused, type Result } from '#kernel';
import Stripe from 'stripe';
import type { ProcessorEvent } from '../processor.port.ts';
import { readEvent } from './read-event.ts';

const TOLERANCE_SECONDS = 300;
const LARGEST_EVENT_BYTES = 1_000_000;
const LONGEST_SIGNATURE = 4_096;

/**
 * The event in these bytes, when one of the secrets signed them within the last five minutes.
 * Several secrets are valid while one is being rolled.
 */
export function verifyEvent(
  raw: Buffer,
  signature: string,
  secrets: readonly string[],
  nowSeconds: number,
): Result<ProcessorEvent, 'bad_signature' | 'not_an_event'> {
  if (raw.length > LARGEST_EVENT_BYTES || signature.length > LONGEST_SIGNATURE) {
    return refused('not_an_event', { limit: String(LARGEST_EVENT_BYTES) });
  }
  // The SDK accepts a timestamp of any later date, which would make a signature last for ever.
  if (signedAt(signature) > nowSeconds + TOLERANCE_SECONDS) return refused('bad_signature');
  for (const secret of secrets) {
    try {
      // Checked at the time given, so that one clock decides.
      const event = Stripe.webhooks.constructEvent(
        raw,
        signature,
        secret,
        TOLERANCE_SECONDS,
        undefined,
        nowSeconds * 1000,
      );
      const read = readEvent(event);
      return read ? ok(read) : refused('not_an_event');
    } catch (e) {
      if (e instanceof Stripe.errors.StripeSignatureVerificationError) continue;
      // Signed, yet no event: not JSON, or of the newer thin kind that we have not asked for.
      return refused('not_an_event');
    }
  }
  return refused('bad_signature');
}

/** Endless unless there is exactly one plain timestamp: the SDK would take the last and be lenient. */
function signedAt(signature: string): number {
  const times = signature.split(',').filter((part) => part.startsWith('t='));
  return times.length === 1 && /^t=\d{1,12}$/.test(times[0]!)
    ? Number(times[0]!.slice(2))
    : Infinity;
}
