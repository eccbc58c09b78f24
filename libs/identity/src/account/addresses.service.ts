import { Vault, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { comparableEmail } from '../domain/email.ts';

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

  seal(tx: Tx, accountId: string, email: string): Promise<Buffer> {
    return this.vault.seal(tx, accountId, emailPlace(accountId), comparableEmail(email));
  }

  /** For whoever has just shown that it is theirs; others read it through `Identity`. */
  open(tx: Tx, accountId: string, sealed: Buffer): Promise<string> {
    return this.vault.open(tx, accountId, emailPlace(accountId), sealed);
  }
}
