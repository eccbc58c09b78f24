// One call of a border post to the API, signed with its key. Erasable: plain Node runs it.
import { createHash, randomUUID } from 'node:crypto';
import { importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';

export interface BorderPost {
  readonly clientId: string;
  readonly key: CryptoKey | Uint8Array;
  /** The API's address, which is also the audience of the token. */
  readonly apiUrl: string;
}

export interface Crossing {
  readonly kind: string;
  readonly passport: string;
  readonly state?: string;
  readonly port?: string;
  /** A moment with its offset; now when left out. */
  readonly at?: string;
  /** With an admission: the last authorised day. */
  readonly until?: string | undefined;
}

export const borderKey = (privateJwk: JWK): Promise<CryptoKey | Uint8Array> =>
  importJWK(privateJwk, 'EdDSA');

const bodyOf = (c: Crossing): string =>
  JSON.stringify({
    movements: [
      {
        recordId: randomUUID(),
        kind: c.kind,
        port: c.port ?? 'BKO',
        happenedAt: c.at ?? new Date().toISOString(),
        document: { issuingState: c.state ?? 'USA', number: c.passport },
        ...(c.until && { authorisedUntil: c.until }),
      },
    ],
  });

function tokenFor(post: BorderPost, body: string): Promise<string> {
  return new SignJWT({ body_sha256: createHash('sha256').update(body).digest('hex') })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(post.clientId)
    .setAudience(post.apiUrl)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('2m')
    .sign(post.key);
}

export const reportCrossing = (post: BorderPost, crossing: Crossing): Promise<Response> =>
  call(post, '/border/movements', bodyOf(crossing));

/** That every record of a port is sent through a day. */
export interface FeedMark {
  readonly port: string;
  readonly through: string;
  /** It takes back a later day. */
  readonly correction?: boolean;
}

export const reportMark = (post: BorderPost, mark: FeedMark): Promise<Response> =>
  call(post, '/border/feed-marks', JSON.stringify({ marks: [mark] }));

async function call(post: BorderPost, path: string, body: string): Promise<Response> {
  return fetch(new URL(path, post.apiUrl), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await tokenFor(post, body)}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body,
  });
}
