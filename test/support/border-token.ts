// What a border system signs for one call, as its own program would.
import { createHash, randomUUID } from 'node:crypto';
import { SignJWT, type CryptoKey } from 'jose';

/** The API's address where a test names no other. */
export const AUDIENCE = 'http://localhost:3002';

/** A token for exactly this body; `more` replaces claims, undefined leaves one out. */
export function borderToken(
  by: { clientId: string; key: CryptoKey },
  body: Buffer | string,
  more: Record<string, unknown> = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({
    ...{ iss: by.clientId, aud: AUDIENCE, iat: now, exp: now + 300, jti: randomUUID() },
    ...{ body_sha256: createHash('sha256').update(body).digest('hex'), ...more },
  })
    .setProtectedHeader({ alg: 'EdDSA' })
    .sign(by.key);
}
