import { ok, refused, type Result } from '#kernel';
import { Vault, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { comparableEmail, isEmail } from '../domain/email.ts';

export const emailPlace = (accountId: string) => ({
  table: 'account',
  column: 'email_sealed',
  row: accountId,
});

/** Email addresses as the key of accounts: looked for by token, kept sealed. */
@Injectable()
export class Addresses {
  constructor(private readonly vault: Vault) {}

  tokenOf(email: string): Buffer {
    return this.vault.token('email', comparableEmail(email));
  }

  /** As addresses are compared, and by what it is looked for. */
  read(typed: string): Result<{ email: string; token: Buffer }, 'bad_email'> {
    const email = comparableEmail(typed);
    return isEmail(email) ? ok({ email, token: this.tokenOf(email) }) : refused('bad_email');
  }

  /** Whether the account of whoever asks signs in with that address. */
  async isOf(tx: Tx, accountId: string, token: Buffer): Promise<boolean> {
    const sql = 'select from account where id = $1 and email_token = $2';
    return (await tx.query(sql, [accountId, token])).length > 0;
  }

  seal(tx: Tx, accountId: string, email: string): Promise<Buffer> {
    return this.vault.seal(tx, accountId, emailPlace(accountId), comparableEmail(email));
  }

  /** For whoever has just shown that it is theirs; others read it through `Identity`. */
  open(tx: Tx, accountId: string, sealed: Buffer): Promise<string> {
    return this.vault.open(tx, accountId, emailPlace(accountId), sealed);
  }
}
