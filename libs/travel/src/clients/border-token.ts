import { isUuid, toDate, type Instant } from '#kernel';
import { decodeJwt, errors, importJWK, jwtVerify, type JWTPayload } from 'jose';
import type { BorderClient } from './border-client.entity.ts';

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

/**
 * What the client's registered key signed, if the token was good at that moment (wall clock):
 * EdDSA, for this audience, at most five minutes long. Whether its body is the one at hand is the
 * caller's to compare.
 */
export async function claimsOf(
  token: string,
  client: BorderClient,
  call: { audience: string; at: Instant; toleranceSeconds?: number },
): Promise<Claims | null> {
  try {
    const { payload } = await jwtVerify(token, await importJWK(client.publicJwk, 'EdDSA'), {
      algorithms: ['EdDSA', 'Ed25519'],
      issuer: client.id,
      audience: call.audience,
      currentDate: toDate(call.at),
      maxTokenAge: TOKEN_SECONDS_MAX,
      clockTolerance: call.toleranceSeconds ?? CLOCK_TOLERANCE_SECONDS,
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
