import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Sealed with a key, and bound to what is said of it: elsewhere it does not open. Node looks long at a
 * key that comes as bytes, several times as long as all the rest takes: make the key once.
 */
export function encrypt(key: KeyObject, plain: Buffer, bound: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Throws when it was altered, or is opened with another key or for something else. */
export function decrypt(key: KeyObject, sealed: Buffer, bound: string): Buffer {
  const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  // Without the length a tag cut short would do, and those can be guessed.
  const exact = { authTagLength: TAG_BYTES };
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, IV_BYTES), exact)
    .setAAD(Buffer.from(bound))
    .setAuthTag(tag);
  const plain = decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES));
  // GCM gives everything at once; what is left is to hear whether it is genuine.
  decipher.final();
  return plain;
}
