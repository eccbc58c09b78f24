import { isUuid, toDate, type Instant } from '#kernel';
import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  importJWK,
  jwtVerify,
  type JWTPayload,
} from 'jose';
import type { NamedKey } from './public-key.ts';

const TOKEN_SECONDS_MAX = 300;
const TOKEN_LENGTH_MAX = 4096;
// Clocks of border posts and ours may differ a little.
export const CLOCK_TOLERANCE_SECONDS = 10;

export type Claims = JWTPayload & { jti: string; iat: number; exp: number; body_sha256: string };

/** Whose token this claims to be; nothing is proved yet. */
export function claimedClient(token: string): string | null {
  if (token.length > TOKEN_LENGTH_MAX) return null;
  try {
    const { iss } = decodeJwt(token);
    return isUuid(iss) ? iss : null;
  } catch {
    return null;
  }
}

interface Call {
  readonly audience: string;
  readonly at: Instant;
  readonly toleranceSeconds?: number;
}

/**
 * What one of the client's keys signed, if the token was good at that moment (wall clock): EdDSA, for
 * this audience, at most five minutes long. The token's `kid` names the key; without one each of them
 * is tried. Whether its body is the one at hand is the caller's to compare.
 */
export async function claimsOf(
  token: string,
  by: { readonly client: { readonly id: string }; readonly keys: readonly NamedKey[] },
  call: Call,
): Promise<Claims | null> {
  const kid = namedKey(token);
  const keys = kid === undefined ? by.keys : by.keys.filter((key) => key.kid === kid);
  for (const { publicJwk } of keys) {
    const claims = await signedBy(publicJwk, token, { ...call, issuer: by.client.id });
    if (claims) return claims;
  }
  return null;
}

/** Undefined where the token names none; null where it has no header at all. */
function namedKey(token: string): unknown {
  try {
    return decodeProtectedHeader(token).kid;
  } catch {
    return null;
  }
}

async function signedBy(
  key: NamedKey['publicJwk'],
  token: string,
  { issuer, audience, at, toleranceSeconds }: Call & { readonly issuer: string },
): Promise<Claims | null> {
  try {
    const { payload } = await jwtVerify(token, await importJWK({ ...key }, 'EdDSA'), {
      ...{ algorithms: ['EdDSA', 'Ed25519'], issuer, audience },
      currentDate: toDate(at),
      maxTokenAge: TOKEN_SECONDS_MAX,
      clockTolerance: toleranceSeconds ?? CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['iss', 'aud', 'iat', 'exp', 'jti', 'body_sha256'],
    });
    const { jti, iat, exp } = payload as Claims;
    const wellFormed = typeof jti === 'string' && /^[\w.:-]{8,100}$/.test(jti);
    return wellFormed && exp - iat <= TOKEN_SECONDS_MAX ? (payload as Claims) : null;
  } catch (e) {
    if (e instanceof errors.JOSEError) return null;
    throw e;
  }
}
