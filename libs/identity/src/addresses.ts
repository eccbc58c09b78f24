import { ok, refused, type Result } from '#kernel';
import { RateLimiter, Vault, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { comparableEmail } from './domain/email.ts';

/** Tries per address, kind of action and window; right ones count too. */
const TRIES_MAX = 10;
const WINDOW_SECONDS = 15 * 60;

export const emailPlace = (accountId: string) => ({
  table: 'account',
  column: 'email_sealed',
  row: accountId,
});

/** E-mail addresses as the key of accounts: looked for by token, kept sealed, tried within limits. */
@Injectable()
export class Addresses {
  constructor(
    private readonly vault: Vault,
    private readonly limiter: RateLimiter,
  ) {}

  tokenOf(email: string): Buffer {
    return this.vault.token('email', comparableEmail(email));
  }

  /** Takes one of the tries that an address has, whether or not it has an account. */
  async mayTry(
    kind: 'sign-in' | 'sign-up',
    token: Buffer,
  ): Promise<Result<'yes', 'too_many_tries'>> {
    const key = `${kind}:${token.toString('hex')}`;
    const taken = await this.limiter.take(key, TRIES_MAX, WINDOW_SECONDS);
    if (taken.allowed) return ok('yes');
    return refused('too_many_tries', { retryAfterSeconds: String(taken.retryAfterSeconds) });
  }

  seal(tx: Tx, accountId: string, email: string): Promise<Buffer> {
    return this.vault.seal(tx, accountId, emailPlace(accountId), comparableEmail(email));
  }
}
