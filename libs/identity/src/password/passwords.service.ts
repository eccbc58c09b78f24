import { createHash, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { PASSWORD_CHARS_MAX } from '../domain/password.ts';

// argon2id, the library's default algorithm; the least that OWASP asks for is what this asks for.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const SALT_BYTES = 16;
const SETTING = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$$/;

const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
// Keyboards differ in how they write é; the person means the same.
const composed = (password: string) => password.normalize('NFC');

const newSetting = () => {
  const { memoryCost, timeCost, parallelism } = COST;
  const salt = base64(randomBytes(SALT_BYTES));
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${salt}$`;
};

/**
 * Turns passwords into what the database compares. It keeps the digest of what argon2id gives, and
 * sign-in shows it what argon2id gives: no process can read what would let it sign somebody in.
 */
@Injectable()
export class Passwords {
  /** With the setting of nobody an address without an account costs the same work. */
  private readonly nobodys = newSetting();

  /** What is kept of a new password: setting, salt and digest, in the form of argon2's own. */
  async hash(password: string): Promise<string> {
    const setting = newSetting();
    const digest = createHash('sha256')
      .update(await derived(setting, password))
      .digest();
    return setting + base64(digest);
  }

  /**
   * What shows that somebody knows a password, for the setting of their account. Without an account,
   * or for what nobody can have chosen, something that fits no password, after the same work.
   */
  async proof(setting: string | undefined, password: string): Promise<Buffer> {
    // What is too long to have been chosen is not worth hashing, and costs the same.
    const fits = password.length <= 2 * PASSWORD_CHARS_MAX;
    const known = setting !== undefined && SETTING.test(setting) ? setting : undefined;
    const proof = await derived(known ?? this.nobodys, fits ? password : '');
    return fits && known ? proof : randomBytes(proof.length);
  }
}

function derived(setting: string, password: string): Promise<Buffer> {
  const [, memory, time, lanes, salt] = SETTING.exec(setting) ?? [];
  if (!salt) throw new Error('not a setting of argon2id');
  return hashRaw(composed(password), {
    memoryCost: Number(memory),
    timeCost: Number(time),
    parallelism: Number(lanes),
    salt: Buffer.from(salt, 'base64'),
  });
}
