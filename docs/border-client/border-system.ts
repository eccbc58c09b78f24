// A border system's side of the Visa Bond Portal: reports movements, says through which day a port's
// records are complete, asks what became of a batch, and knows a callback that says so. One file without dependencies, for Node.js 20
// or later: copy it. How it is used stands in the README beside it.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';

const TOKEN_SECONDS = 120;
const TRIES_MAX = 5;
const TIMEOUT_MS = 30_000;
/** Clocks differ a little. */
const CLOCK_SECONDS = 30;

export interface Movement {
  /** Your id of the record, unique for ever. */
  recordId: string;
  /** Of a record that you sent before and that was wrong; `deleted` says that it did not happen. */
  corrects?: string;
  kind: 'admitted' | 'departed' | 'refused' | 'deleted';
  port: string;
  /** With its offset: 2026-11-24T09:30:00Z. */
  happenedAt: string;
  /** With an admission: the last authorised day, inclusive. */
  authorisedUntil?: string;
  document: { issuingState: string; number: string };
  traveller?: { familyName: string; givenNames: string; bornOn: string };
}

export interface Receipt {
  batchId: string;
  replayed: boolean;
  items: {
    index: number;
    recordId: string | null;
    result: 'accepted' | 'duplicate' | 'rejected';
    code?: string;
    errors?: { field: string; message: string }[];
  }[];
}

export interface Outcome {
  batchId: string;
  done: boolean;
  items: { index: number; recordId: string | null; result: string; status?: string }[];
}

/** Where you registered an address: what became of a batch, by each record's place in it. */
export interface Callback {
  /** The same when it is sent again. */
  id: string;
  batchId: string;
  done: boolean;
  items: { index: number; result: string; status?: string }[];
}

/** The portal refused a call: `code` is stable, `message` says how to mend it. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export class BorderSystem {
  private readonly apiUrl: string;
  private readonly clientId: string;
  private readonly key: KeyObject;
  /** The key's id, which the operator sees as well (RFC 7638). */
  readonly keyId: string;
  /** Another one where calls have to go through a proxy of yours. */
  fetch: typeof fetch = fetch;

  /** `clientId` is what the registration shows; `privateKeyPem` is an Ed25519 key that stays with you. */
  constructor(apiUrl: string, clientId: string, privateKeyPem: string) {
    this.apiUrl = apiUrl;
    this.clientId = clientId;
    this.key = createPrivateKey(privateKeyPem);
    this.keyId = idOf(this.key);
  }

  /**
   * At most 1,000 movements. Tried again when nobody answers or the portal is busy; the same key and
   * movements are stored once, however often they arrive.
   */
  report(movements: readonly Movement[], idempotencyKey: string = randomUUID()): Promise<Receipt> {
    return this.call('POST', '/border/movements', { movements }, idempotencyKey);
  }

  /** Every record of these ports has been sent, through these days. */
  complete(marks: readonly { port: string; through: string; correction?: boolean }[]) {
    return this.call('POST', '/border/feed-marks', { marks }, randomUUID());
  }

  /** What has become of each record of a batch of yours. */
  outcome(batchId: string): Promise<Outcome> {
    return this.call('GET', `/border/batches/${batchId}`);
  }

  /**
   * What a callback says, once it is proved that the portal sent exactly this body to this address now.
   * Throws otherwise: answer 401 then, and 2xx once you have kept it.
   */
  async callback(address: string, authorization: string, body: string): Promise<Callback> {
    const [head = '', content = '', signature = ''] = authorization
      .replace(/^Bearer /, '')
      .split('.');
    const { kid } = readPart(head);
    const key = (await this.portalKeys()).find((one) => one['kid'] === kid);
    const signed = Buffer.from(`${head}.${content}`);
    const isOurs =
      key !== undefined &&
      verify(
        null,
        signed,
        createPublicKey({ key, format: 'jwk' }),
        Buffer.from(signature, 'base64url'),
      );
    const { iss, aud, iat, exp, body_sha256 } = isOurs ? readPart(content) : {};
    const now = Date.now() / 1000;
    const isNow = Number(iat) <= now + CLOCK_SECONDS && now - CLOCK_SECONDS < Number(exp);
    const digest = createHash('sha256').update(body).digest('hex');
    if (iss !== this.apiUrl || aud !== address || !isNow || body_sha256 !== digest) {
      throw new Refused(401, 'not_from_the_portal', 'The portal did not send this here and now.');
    }
    return JSON.parse(body) as Callback;
  }

  private async portalKeys(): Promise<Record<string, string>[]> {
    const answer = await this.fetch(`${this.apiUrl}/border/callback-keys`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return ((await answer.json()) as { keys: Record<string, string>[] }).keys;
  }

  private async call<T>(
    method: 'GET' | 'POST',
    path: string,
    content?: object,
    idempotencyKey?: string,
  ): Promise<T> {
    const body = content === undefined ? '' : JSON.stringify(content);
    for (let tries = 1; ; tries++) {
      const answer = await this.send(method, path, body, idempotencyKey).catch(() => null);
      if (answer?.ok) return (await answer.json()) as T;
      const isTemporary = !answer || answer.status === 429 || answer.status >= 500;
      if (!isTemporary || tries === TRIES_MAX) throw await refusalOf(answer);
      const seconds = Number(answer?.headers.get('retry-after') ?? 2 ** tries);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }

  private send(method: string, path: string, body: string, idempotencyKey?: string) {
    return this.fetch(this.apiUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${this.token(body)}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      },
      ...(body && { body }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }

  /** Good for one call, for a moment, and for exactly this body. */
  private token(body: string): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      ...{ iss: this.clientId, aud: this.apiUrl, iat: now, exp: now + TOKEN_SECONDS },
      ...{ jti: randomUUID(), body_sha256: createHash('sha256').update(body).digest('hex') },
    };
    const parts = [{ alg: 'EdDSA', kid: this.keyId }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    const signature = sign(null, Buffer.from(parts.join('.')), this.key).toString('base64url');
    return `${parts.join('.')}.${signature}`;
  }
}

function readPart(part: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function idOf(key: KeyObject): string {
  const { crv, kty, x } = createPublicKey(key).export({ format: 'jwk' });
  return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
}

async function refusalOf(answer: Response | null): Promise<Refused> {
  if (!answer) return new Refused(0, 'unreachable', 'Nobody answered. Send the same again later.');
  const said = (await answer.json().catch(() => ({}))) as {
    error?: { code: string; message: string };
  };
  return new Refused(answer.status, said.error?.code ?? 'unknown', said.error?.message ?? '');
}
