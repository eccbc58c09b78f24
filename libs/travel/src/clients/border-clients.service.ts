import { AuditLog } from '#audit';
import { instantFromDate, ok, refused, Temporal, type Result } from '#kernel';
import {
  clientCtx,
  Database,
  newId,
  personOf,
  RateLimiter,
  systemCtx,
  visitorCtx,
} from '#platform';
import type { Swept, SweepParts, Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { mayEndKey, type BorderKeyEvent } from '../domain/border-key.lifecycle.ts';
import type { BorderClient } from './border-client.entity.ts';
import { BorderClientStore, type KeyedClient } from './border-clients.store.ts';
import { claimedClient, claimsOf, CLOCK_TOLERANCE_SECONDS, type Claims } from './border-token.ts';
import { readPublicKey, type KeyFault } from './public-key.ts';
import { ReportingPlaces, type PlaceRefusal } from './reporting-places.service.ts';

const CALLS_MAX = 120;
const WINDOW_SECONDS = 60;

export type TokenRefusal =
  'bad_token' | 'replayed' | 'unknown_client' | 'blocked' | 'too_many_requests';

export type RegisterRefusal = KeyFault | PlaceRefusal;
type EndKeyRefusal = 'unknown_client' | 'unknown_key' | 'wrong_state' | 'last_key';

/**
 * Who may report movements: clients with a registered key, and the tokens they sign. Any
 * administrator shuts one out at once; letting one in takes two (BorderProposals).
 */
@Injectable()
export class BorderClients implements Swept {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly store: BorderClientStore,
    private readonly audit: AuditLog,
    private readonly places: ReportingPlaces,
  ) {}

  /**
   * Says which client signed this call. The token: EdDSA; `iss` the client's id, `aud` the API's
   * address, `exp` at most five minutes ahead, `jti` used once, `body_sha256` the hex digest of the
   * body, so that a token that was overheard carries no other data. Detail of too_many_requests:
   * retryAfterSeconds. Opens its own transactions.
   */
  async verify(
    token: string,
    call: { audience: string; bodySha256: string; requestId?: string },
  ): Promise<Result<BorderClient, TokenRefusal>> {
    const clientId = claimedClient(token);
    if (!clientId) return refused('bad_token');
    const requestId = call.requestId ?? newId();
    const known = await this.database.read(visitorCtx(requestId), (tx) =>
      this.store.withKeys(tx, clientId),
    );
    if (!known) return refused('unknown_client');
    const { client } = known;
    const at = Temporal.Now.instant();
    // Whether a key is unknown, retired or revoked is nobody's business who cannot sign with a good one.
    const claims = await claimsOf(token, accepted(known), { audience: call.audience, at });
    if (!claims || claims.body_sha256 !== call.bodySha256) return refused('bad_token');
    // Only now: who cannot sign for a client must not be able to use up its calls either.
    const taken = await this.limiter.take(`border:${client.id}`, CALLS_MAX, WINDOW_SECONDS);
    if (!taken.allowed) {
      return refused('too_many_requests', { retryAfterSeconds: String(taken.retryAfterSeconds) });
    }
    if (client.state !== 'active') return refused('blocked');
    return this.database.write(clientCtx(client.id, requestId), async (tx) => {
      const fresh = await this.store.useToken(tx, client.id, claims.jti, expiryOf(claims));
      return fresh ? ok(client) : refused('replayed');
    });
  }

  /**
   * Lets a client in with the public half of its Ed25519 key, as a JWK or PEM. For the installation
   * alone: from the officers' site the database takes only what two people confirmed.
   */
  async register(
    tx: Tx,
    wish: Pick<BorderClient, 'name' | 'programmeCode' | 'ports'> & { readonly key: string },
  ): Promise<Result<{ id: string }, RegisterRefusal>> {
    const { key: typed, name, programmeCode, ports } = wish;
    const key = await readPublicKey(typed);
    if (!key.ok) return key;
    const place = await this.places.mayReportFrom(tx, programmeCode, ports);
    if (!place.ok) return place;
    const client: BorderClient = {
      ...{ id: newId(), name, programmeCode, ports, state: 'active' },
      ...{ callbackUrl: null, createdAt: instantFromDate(new Date()) },
    };
    await this.store.add(tx, client, { id: newId(), ...key.value });
    await this.record(tx, 'border_client.registered', client.id);
    return ok({ id: client.id });
  }

  /** From now on its calls are refused, and what waits for a decision goes to a person. */
  async block(tx: Tx, id: string): Promise<Result<null, 'unknown_client'>> {
    if (!(await this.store.setState(tx, id, 'blocked'))) return refused('unknown_client');
    await this.record(tx, 'border_client.blocked', id);
    return ok(null);
  }

  /** From now on it is told nothing; it asks. */
  async stopCallback(tx: Tx, id: string): Promise<Result<null, 'unknown_client'>> {
    const client = await this.store.find(tx, id);
    if (!client) return refused('unknown_client');
    if (client.callbackUrl === null) return ok(null);
    await this.store.setCallback(tx, id, null);
    await this.record(tx, 'border_client.callback_stopped', id, { address: client.callbackUrl });
    return ok(null);
  }

  /**
   * From now on a key signs nothing. Retired, what it signed before still counts; revoked, what waits
   * for a decision goes to a person.
   */
  async endKey(
    tx: Tx,
    wish: { readonly clientId: string; readonly keyId: string },
    event: BorderKeyEvent,
  ): Promise<Result<null, EndKeyRefusal>> {
    const known = await this.store.lockWithKeys(tx, wish.clientId);
    if (!known) return refused('unknown_client');
    const may = mayEndKey(known.keys, wish.keyId, event);
    if (!may.ok) return may;
    await this.store.endKey(tx, wish.keyId, event, personOf(tx));
    const kid = known.keys.find((key) => key.id === wish.keyId)!.kid;
    await this.record(tx, `border_client.key_${event}`, wish.clientId, { kid });
    return ok(null);
  }

  find(tx: Tx, id: string): Promise<BorderClient | null> {
    return this.store.find(tx, id);
  }

  sweepParts(): SweepParts {
    const sweep = () => this.database.write(systemCtx('sweep'), (tx) => this.sweep(tx));
    return { 'old border tokens': sweep };
  }

  /** Removes tokens that cannot be played again. */
  async sweep(tx: Tx): Promise<void> {
    await this.store.forgetTokens(
      tx,
      Temporal.Now.instant().subtract({ seconds: CLOCK_TOLERANCE_SECONDS }),
    );
  }

  private record(tx: Tx, action: string, id: string, details?: Record<string, string>) {
    const subject = { subjectKind: 'border_client', subjectId: id };
    return this.audit.write(tx, { action, ...subject, ...(details && { details }) });
  }
}

const accepted = ({ client, keys }: KeyedClient) => ({
  client,
  keys: keys.filter((key) => key.state === 'active'),
});

const expiryOf = (claims: Claims) =>
  Temporal.Instant.fromEpochMilliseconds((claims.exp + CLOCK_TOLERANCE_SECONDS) * 1000);
