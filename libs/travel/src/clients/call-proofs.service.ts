import { createHash } from 'node:crypto';
import { Temporal, type Instant } from '#kernel';
import { Config, type Tx } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import type { ProofFault } from '../domain/proof.ts';
import type { BorderClient } from './border-client.entity.ts';
import { BorderClientStore, type KeyedClient } from './border-clients.store.ts';
import type { BorderKey } from './border-key.entity.ts';
import { claimsOf } from './border-token.ts';

// The api had verified the token before it waited for a connection to store it.
const TOLERANCE_SECONDS = 60;

/** A call as the api stored it; null where it was stored without. */
export interface StoredCall {
  readonly clientId: string;
  readonly token: string | null;
  /** By the database's own clock. */
  readonly arrivedAt: Instant | null;
}

export type CallProof =
  { readonly fault: ProofFault } | { readonly client: BorderClient; readonly body: Buffer };

/** Proves a stored call by what its border system signed, so that nobody has to believe the api. */
@Injectable()
export class CallProofs {
  constructor(
    private readonly clients: BorderClientStore,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** `bodyOf` gives the exact body, null when it cannot; it is null itself where none was kept. */
  async of(
    tx: Tx,
    { clientId, token, arrivedAt }: StoredCall,
    bodyOf: (() => Promise<Buffer | null>) | null,
  ): Promise<CallProof> {
    const known = await this.clients.withKeys(tx, clientId);
    if (known?.client.state !== 'active') return { fault: 'client_blocked' };
    if (!token || !bodyOf || !arrivedAt) return { fault: 'not_signed' };
    const { client } = known;
    const call = { audience: this.config.apiUrl, at: arrivedAt };
    const signed = (keys: readonly BorderKey[]) =>
      claimsOf(token, { client, keys }, { ...call, toleranceSeconds: TOLERANCE_SECONDS });
    const claims = await signed(goodAt(known, arrivedAt));
    if (!claims && (await signed(revoked(known)))) return { fault: 'key_revoked' };
    const body = await bodyOf();
    const digest = body && createHash('sha256').update(body).digest('hex');
    if (!body || claims?.body_sha256 !== digest) return { fault: 'signature_invalid' };
    return { client, body };
  }
}

/** The keys that were accepted then, and are not known today to have been another's. */
const goodAt = ({ keys }: KeyedClient, at: Instant): BorderKey[] =>
  keys.filter(
    ({ state, retiredAt }) =>
      state === 'active' ||
      (state === 'retired' &&
        retiredAt !== null &&
        Temporal.Instant.compare(at, retiredAt.add({ seconds: TOLERANCE_SECONDS })) <= 0),
  );

const revoked = ({ keys }: KeyedClient) => keys.filter(({ state }) => state === 'revoked');
