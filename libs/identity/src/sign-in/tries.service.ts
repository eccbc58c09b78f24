import { randomBytes } from 'node:crypto';
import { ok, refused, type Result, type Origin } from '#kernel';
import { RateLimiter, Vault } from '#platform';
import { Injectable } from '@nestjs/common';
import { browserIdOf, isMarked, withMark } from '../domain/known-browser.ts';

interface Window {
  readonly name: string;
  readonly tries: number;
  readonly seconds: number;
}
type Limits = {
  /** For one address from one network, or from one browser that its owner has used before. */
  readonly each: readonly Window[];
  /** For one address from all networks and browsers that are not known to it. */
  readonly strangers: readonly Window[];
};
const QUARTER_HOUR = 15 * 60;
const HOUR = 3600;
const DAY = 24 * HOUR;

/**
 * Tries per address in each window; right ones count too. Sites, networks and known browsers count
 * apart: who tries an address out shuts out himself, not its owner. What all strangers together
 * may do bounds guessing from many networks at once. Codes: five guesses for each that is sent,
 * thirty a day at most, leave a guesser one chance in 600,000 a day.
 */
const LIMITS: Readonly<Record<'sign-in' | 'code', Limits>> = {
  'sign-in': {
    each: [{ name: 'sign-in', tries: 10, seconds: QUARTER_HOUR }],
    strangers: [{ name: 'sign-in-all', tries: 100, seconds: DAY }],
  },
  code: {
    each: [
      { name: 'code', tries: 5, seconds: QUARTER_HOUR },
      { name: 'code-day', tries: 10, seconds: DAY },
    ],
    strangers: [{ name: 'code-all', tries: 20, seconds: DAY }],
  },
};
const MARK_CHARS = 22;

/** How often an address may be tried, and from where. The counts hold across processes. */
@Injectable()
export class Tries {
  constructor(
    private readonly vault: Vault,
    private readonly limiter: RateLimiter,
  ) {}

  /** Takes one of the tries that there are, whether or not the address has an account. */
  async take(
    kind: keyof typeof LIMITS,
    token: Buffer,
    origin: Origin,
  ): Promise<Result<'yes', 'too_many_tries'>> {
    const who = `${origin.site}:${token.toString('hex')}`;
    const { each, strangers } = LIMITS[kind];
    const isKnown = isMarked(
      origin.browser,
      this.markOf(browserIdOf(origin.browser), token, origin),
    );
    const place = isKnown ? `browser:${browserIdOf(origin.browser)}` : `net:${origin.network}`;
    const counts = [
      ...each.map((window) => ({ ...window, key: `${window.name}:${who}:${place}` })),
      ...(isKnown ? [] : strangers.map((w) => ({ ...w, key: `${w.name}:${who}` }))),
    ];
    for (const { key, tries, seconds } of counts) {
      const taken = await this.limiter.take(key, tries, seconds);
      if (taken.allowed) continue;
      return refused('too_many_tries', { retryAfterSeconds: String(taken.retryAfterSeconds) });
    }
    return ok('yes');
  }

  /**
   * How many mails were caused from that network within the hour, with this one. Each waits behind
   * those of networks that caused fewer: a flood delays its own and nobody else's.
   */
  async mailTurn({ network }: Origin): Promise<number> {
    return (await this.limiter.take(`mail:${network}`, 0, HOUR)).taken;
  }

  /** True once a day: its owner is to be told that an address is being tried out. */
  async mayTell(token: Buffer, { site }: Origin): Promise<boolean> {
    return (await this.limiter.take(`told:${site}:${token.toString('hex')}`, 1, DAY)).allowed;
  }

  /** What to keep in a browser whose user has just proved that the address is theirs. */
  remember(token: Buffer, origin: Origin): string {
    const id = browserIdOf(origin.browser) ?? randomBytes(16).toString('base64url');
    return withMark(id, origin.browser, this.markOf(id, token, origin));
  }

  // Keyed: what a browser keeps tells nobody whose it was, and nobody can make it up.
  private markOf(id: string | undefined, token: Buffer, { site }: Origin): string {
    const of = `${site}:${id ?? ''}:${token.toString('hex')}`;
    return this.vault.token('browser', of).toString('base64url').slice(0, MARK_CHARS);
  }
}
