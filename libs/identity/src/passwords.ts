import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { PASSWORD_CHARS_MAX } from './domain/password.ts';

// argon2id, the library's default algorithm; the least that OWASP asks for is what this asks for.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Keyboards differ in how they write é; the person means the same.
const composed = (password: string) => password.normalize('NFC');

/** Hashes passwords, and compares them in the same time whether there is one to compare with. */
@Injectable()
export class Passwords {
  /** Of a password nobody knows: what an address without an account is compared with. */
  private readonly dummy = this.hash(randomBytes(32).toString('base64'));

  hash(password: string): Promise<string> {
    return hash(composed(password), COST);
  }

  /** False when there is no hash, yet only after the work of comparing one. */
  async matches(stored: string | undefined, password: string): Promise<boolean> {
    // What is too long to have been chosen is not worth hashing, and costs the same.
    const fits = password.length <= 2 * PASSWORD_CHARS_MAX;
    const against = fits && stored !== undefined ? stored : await this.dummy;
    const same = await verify(against, fits ? composed(password) : '');
    return same && fits && stored !== undefined;
  }
}
