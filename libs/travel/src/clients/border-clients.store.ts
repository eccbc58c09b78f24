import { toDate, type Instant } from '#kernel';
import { lockRow, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { BorderKeyEvent } from '../domain/border-key.lifecycle.ts';
import { BorderClient } from './border-client.entity.ts';
import { BorderKey } from './border-key.entity.ts';

/** A border system with every key that it ever had. */
export interface KeyedClient {
  readonly client: BorderClient;
  readonly keys: readonly BorderKey[];
}

@Injectable()
export class BorderClientStore {
  find(tx: Tx, id: string): Promise<BorderClient | null> {
    return tx.manager.getRepository(BorderClient).findOneBy({ id });
  }

  async withKeys(tx: Tx, id: string): Promise<KeyedClient | null> {
    const [client, keys] = await Promise.all([this.find(tx, id), this.keysOf(tx, id)]);
    return client && { client, keys };
  }

  /** The row is locked until the commit: who may sign for it changes one step at a time. */
  async lockWithKeys(tx: Tx, id: string): Promise<KeyedClient | null> {
    const client = await lockRow(tx, BorderClient, 'id = $1', [id]);
    return client && { client, keys: await this.keysOf(tx, id) };
  }

  async add(tx: Tx, client: BorderClient, key: Pick<BorderKey, 'id' | 'kid' | 'publicJwk'>) {
    await tx.manager.getRepository(BorderClient).insert(client);
    await this.addKey(tx, client.id, key);
  }

  async addKey(
    tx: Tx,
    clientId: string,
    { id, kid, publicJwk }: Pick<BorderKey, 'id' | 'kid' | 'publicJwk'>,
  ): Promise<void> {
    await tx.query(
      'insert into border_key (id, client_id, kid, public_jwk) values ($1, $2, $3, $4)',
      [id, clientId, kid, publicJwk],
    );
  }

  async endKey(tx: Tx, id: string, event: BorderKeyEvent, by: string): Promise<void> {
    await tx.query(
      `update border_key set state = '${event}', ${event}_at = clock_timestamp(), ${event}_by = $2
       where id = $1`,
      [id, by],
    );
  }

  /** Whether anybody signs, signed or may soon sign with this key. */
  async isKnownKey(tx: Tx, kid: string): Promise<boolean> {
    const [found] = await tx.query<{ known: boolean }>(
      `select exists (select from border_key where kid = $1)
         or exists (select from border_proposal where kid = $1 and state = 'proposed') as known`,
      [kid],
    );
    return found!.known;
  }

  async setCallback(tx: Tx, id: string, callbackUrl: string | null): Promise<void> {
    await tx.manager.getRepository(BorderClient).update({ id }, { callbackUrl });
  }

  async setState(tx: Tx, id: string, state: BorderClient['state']): Promise<boolean> {
    const { affected } = await tx.manager.getRepository(BorderClient).update({ id }, { state });
    return affected === 1;
  }

  /** False when this token was used before. The key is the last word: two at once cannot both win. */
  async useToken(tx: Tx, clientId: string, jti: string, expiresAt: Instant): Promise<boolean> {
    const added = await tx.query(
      `insert into border_token (client_id, jti, expires_at) values ($1, $2, $3)
       on conflict do nothing returning jti`,
      [clientId, jti, toDate(expiresAt)],
    );
    return added.length === 1;
  }

  /** Tokens that have expired cannot be played again: `before` is the wall clock. */
  async forgetTokens(tx: Tx, before: Instant): Promise<void> {
    await tx.query('delete from border_token where expires_at < $1', [toDate(before)]);
  }

  private keysOf(tx: Tx, clientId: string): Promise<BorderKey[]> {
    return tx.manager
      .getRepository(BorderKey)
      .find({ where: { clientId }, order: { addedAt: 'desc', id: 'asc' } });
  }
}
