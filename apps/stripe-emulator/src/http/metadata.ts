/** Metadata: 50 keys of 40 characters, values of 500; an empty value removes its key. */
import type Stripe from 'stripe';

import { invalid } from './errors.ts';

const MOST_KEYS = 50;
const LONGEST_KEY = 40;
const LONGEST_VALUE = 500;

export type Metadata = Record<string, string>;
export type GivenMetadata = Stripe.Emptyable<Stripe.MetadataParam> | undefined;

/** `given` is what the form said: undefined leaves all as it is, an empty text clears all. */
export function mergeMetadata(
  present: Metadata,
  given: GivenMetadata,
  param = 'metadata',
): Metadata {
  if (given === undefined) return { ...present };
  if (given === '' || given === null) return {};
  const merged = { ...present };
  for (const [key, raw] of Object.entries(given)) {
    const value = String(raw ?? '');
    checkEntry(key, value, param);
    if (value === '') delete merged[key];
    else merged[key] = value;
  }
  if (Object.keys(merged).length > MOST_KEYS) {
    throw invalid(`Metadata can have at most ${MOST_KEYS} keys.`, param);
  }
  return merged;
}

function checkEntry(key: string, value: string, param: string): void {
  if (key.length > LONGEST_KEY || /[[\]]/.test(key)) {
    const rule = `up to ${LONGEST_KEY} characters and no square brackets`;
    throw invalid(`Metadata keys must have ${rule}: ${key.slice(0, LONGEST_KEY)}`, param);
  }
  if (value.length > LONGEST_VALUE) {
    throw invalid(
      `Metadata values can have up to ${LONGEST_VALUE} characters, but you passed in a value ` +
        `that is ${value.length} characters.`,
      `${param}[${key}]`,
    );
  }
}
