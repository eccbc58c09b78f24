import { ok, refused, type Result } from '#kernel';
import { RateLimiter, Vault, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { comparableEmail } from './domain/email.ts';

interface Window {
  readonly name: string;
  readonly tries: number;
  readonly seconds: number;
}
const QUARTER_HOUR = 15 * 60;
const DAY = 24 * 3600;

/**
 * Tries per address in each window; right ones count too. Each beginning of a sign-up gives five
 * guesses at a code and sends a mail: ten a day leave a guesser one chance in 20,000 a day, and its
 * owner few mails that nobody asked for.
 */
const WINDOWS: Readonly<Record<'sign-in' | 'sign-up', readonly Window[]>> = {
  'sign-in': [{ name: 'sign-in', tries: 10, seconds: QUARTER_HOUR }],
  'sign-up': [
    { name: 'sign-up', tries: 5, seconds: QUARTER_HOUR },
    { name: 'sign-up-day', tries: 10, seconds: DAY },
  ],
};

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
    for (const { name, tries, seconds } of WINDOWS[kind]) {
      const taken = await this.limiter.take(`${name}:${token.toString('hex')}`, tries, seconds);
      if (taken.allowed) continue;
      return refused('too_many_tries', { retryAfterSeconds: String(taken.retryAfterSeconds) });
    }
    return ok('yes');
  }

  seal(tx: Tx, accountId: string, email: string): Promise<Buffer> {
    return this.vault.seal(tx, accountId, emailPlace(accountId), comparableEmail(email));
  }
}
