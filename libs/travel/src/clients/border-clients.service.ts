import { AuditLog } from '#audit';
import { instantFromDate, ok, refused, Temporal, type Result } from '#kernel';
import { clientCtx, Database, newId, RateLimiter, systemCtx, visitorCtx } from '#platform';
import type { Swept, SweepParts, Tx } from '#platform';
import { Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import type { BorderClient } from './border-client.entity.ts';
import { BorderClientStore } from './border-clients.store.ts';
import { claimedClient, claimsOf, CLOCK_TOLERANCE_SECONDS, type Claims } from './border-token.ts';

const CALLS_MAX = 120;
const WINDOW_SECONDS = 60;

export type TokenRefusal =
  'bad_token' | 'replayed' | 'unknown_client' | 'blocked' | 'too_many_requests';

export type RegisterRefusal = 'bad_key' | 'unknown_programme' | 'unknown_port';

/** Who may report movements: clients with a registered key, and the tokens they sign. */
@Injectable()
export class BorderClients implements Swept {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly store: BorderClientStore,
    private readonly audit: AuditLog,
    private readonly programmes: Programmes,
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
    const client = await this.database.read(visitorCtx(requestId), (tx) =>
      this.store.find(tx, clientId),
    );
    if (!client) return refused('unknown_client');
    const at = Temporal.Now.instant();
    const claims = await claimsOf(token, client, { audience: call.audience, at });
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
   * Registers the public half of a client's Ed25519 key, for a programme and ports that there are: a
   * record from any other could never be anybody's.
   */
  async register(
    tx: Tx,
    client: Pick<BorderClient, 'name' | 'programmeCode' | 'ports'> & {
      id?: string;
      publicJwk: JWK;
    },
  ): Promise<Result<{ id: string }, RegisterRefusal>> {
    const { kty, crv, x, d } = client.publicJwk;
    if (kty !== 'OKP' || crv !== 'Ed25519' || !x || d !== undefined) {
      return refused('bad_key', { field: 'publicJwk' });
    }
    const { name, programmeCode, ports } = client;
    const place = await this.mayReportFrom(tx, programmeCode, ports);
    if (!place.ok) return place;
    const id = client.id ?? newId();
    const publicJwk = { kty, crv, x };
    await this.store.add(tx, {
      ...{ id, name, programmeCode, ports, publicJwk },
      state: 'active',
      createdAt: instantFromDate(new Date()),
    });
    await this.record(tx, 'border_client.registered', id);
    return ok({ id });
  }

  /** Ports that were listed once count as well: what is reported from them goes to a person (R14). */
  private async mayReportFrom(
    tx: Tx,
    programmeCode: string,
    ports: readonly string[],
  ): Promise<Result<true, RegisterRefusal>> {
    if (!(await this.programmes.isKnown(tx, programmeCode))) {
      return refused('unknown_programme', { field: 'programmeCode' });
    }
    const listed = new Set((await this.programmes.ports(tx, programmeCode)).map((p) => p.code));
    const isListed = ports.length > 0 && ports.every((port) => listed.has(port));
    return isListed ? ok(true) : refused('unknown_port', { field: 'ports' });
  }

  /** From now on its calls are refused, and what waits for a decision goes to a person. */
  async block(tx: Tx, id: string): Promise<Result<null, 'unknown_client'>> {
    if (!(await this.store.setState(tx, id, 'blocked'))) return refused('unknown_client');
    await this.record(tx, 'border_client.blocked', id);
    return ok(null);
  }

  find(tx: Tx, id: string): Promise<BorderClient | null> {
    return this.store.find(tx, id);
  }

  list(tx: Tx): Promise<BorderClient[]> {
    return this.store.list(tx);
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

  private record(tx: Tx, action: string, id: string): Promise<void> {
    return this.audit.write(tx, { action, subjectKind: 'border_client', subjectId: id });
  }
}

const expiryOf = (claims: Claims) =>
  Temporal.Instant.fromEpochMilliseconds((claims.exp + CLOCK_TOLERANCE_SECONDS) * 1000);
