import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { ok, refused, type Result } from '#kernel';
import { calculateJwkThumbprint } from 'jose';

/** An Ed25519 key's public half and nothing else. */
export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
}

export interface NamedKey {
  readonly publicJwk: PublicJwk;
  /** The key's digest by RFC 7638, which is its name here and in tokens. */
  readonly kid: string;
}

export type KeyFault = 'not_a_key' | 'private_key' | 'wrong_kind_of_key';

/** Longer than any public key that somebody might send. */
const KEY_LENGTH_MAX = 4_000;

/** Reads a public key that somebody typed or sent, as a JWK or as PEM. */
export async function readPublicKey(text: string): Promise<Result<NamedKey, KeyFault>> {
  const typed = text.trim();
  if (typed.length > KEY_LENGTH_MAX) return refused('not_a_key');
  const parsed = typed.startsWith('{') ? jsonOf(typed) : typed;
  if (parsed === null) return refused('not_a_key');
  // Node would take the public half of a private key without a word.
  if (isPrivate(parsed)) return refused('private_key');
  const key = keyOf(parsed);
  if (!key) return refused('not_a_key');
  if (key.asymmetricKeyType !== 'ed25519') return refused('wrong_kind_of_key');
  const x = key.export({ format: 'jwk' }).x!;
  const publicJwk = { kty: 'OKP', crv: 'Ed25519', x } as const;
  return ok({ publicJwk, kid: await calculateJwkThumbprint(publicJwk) });
}

const isPrivate = (key: string | JsonWebKey): boolean =>
  typeof key === 'string' ? key.includes('PRIVATE KEY') : 'd' in key || 'k' in key;

function jsonOf(text: string): JsonWebKey | null {
  try {
    return JSON.parse(text) as JsonWebKey;
  } catch {
    return null;
  }
}

function keyOf(key: string | JsonWebKey): KeyObject | null {
  try {
    return createPublicKey(typeof key === 'string' ? key : { key, format: 'jwk' });
  } catch {
    return null;
  }
}
