import { toDate, type Instant } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { BorderClient } from './border-client.entity.ts';

@Injectable()
export class BorderClientStore {
  find(tx: Tx, id: string): Promise<BorderClient | null> {
    return tx.manager.getRepository(BorderClient).findOneBy({ id });
  }

  async add(tx: Tx, client: BorderClient): Promise<void> {
    await tx.manager.getRepository(BorderClient).insert(client);
  }

  async setState(tx: Tx, id: string, state: BorderClient['state']): Promise<boolean> {
    const { affected } = await tx.manager.getRepository(BorderClient).update({ id }, { state });
    return affected === 1;
  }

  list(tx: Tx): Promise<BorderClient[]> {
    return tx.manager.getRepository(BorderClient).find({ order: { name: 'asc' }, take: 200 });
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
}
