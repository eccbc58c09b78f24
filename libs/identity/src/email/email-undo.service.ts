import { randomBytes } from 'node:crypto';
import { ok, refused, type Result } from '#kernel';
import { Database, signInCtx, Vault } from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountNews } from '../account/account-news.service.ts';
import { OwnAccountStore } from '../account/own-account.store.ts';
import { Passwords } from '../password/passwords.service.ts';

const SECRET_BYTES = 32;

/**
 * "This was not me": the notice to an address that was changed has a link by which its reader takes
 * the change back. Everybody is signed out then, and the password fits nobody until it is reset
 * through that address.
 */
@Injectable()
export class EmailUndo {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly passwords: Passwords,
    private readonly store: OwnAccountStore,
    private readonly news: AccountNews,
  ) {}

  /** For the notice, and what the database keeps of it. */
  newSecret(): { secret: string; hash: Buffer } {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    return { secret, hash: this.hashOf(secret) };
  }

  /** Looking undoes nothing: programs that check mail follow links. */
  mayUndo(secret: string, requestId = 'email-undo'): Promise<boolean> {
    return this.database.read(signInCtx(requestId), (tx) =>
      this.store.mayUndoEmail(tx, this.hashOf(secret)),
    );
  }

  async undo(secret: string, requestId = 'email-undo'): Promise<Result<'undone', 'expired'>> {
    const nobodys = await this.passwords.hash(randomBytes(SECRET_BYTES).toString('base64'));
    return this.database.write(signInCtx(requestId), async (tx) => {
      const accountId = await this.store.undoEmail(tx, this.hashOf(secret), nobodys);
      if (!accountId) return refused('expired');
      await this.news.tell(tx, accountId, 'account.email_restored');
      return ok('undone');
    });
  }

  private hashOf(secret: string): Buffer {
    return this.vault.token('email-undo', secret);
  }
}
