import { BASE32, base32From, inFours } from '#kernel';
import { randomInt } from 'node:crypto';
import { v5, v7 } from 'uuid';

// Any fixed uuid will do; it must never change, since ids of money are derived from it.
const NAMESPACE = '6f1d5f0c-6a0e-5a53-9d3b-2f7b9a1f4c10';

/** A new id. Version 7: new rows lie together in the index. */
export const newId = (): string => v7();

/** The id that a name always has: for rows made from an object of somebody else's system. */
export const idFrom = (name: string): string => v5(name, NAMESPACE);

const REFERENCE_SIGNS = 8;

/** A reference for people: VB-7K3M-9Q2X. 40 bits, unique by constraint, not secret. */
export function newReference(prefix: string): string {
  const signs = Array.from({ length: REFERENCE_SIGNS }, () => BASE32[randomInt(BASE32.length)]);
  return `${prefix}-${inFours(signs.join(''))}`;
}

/** A reference as it is kept, however it was typed or read out: vbh1k683sg. Null when it is none. */
export function referenceFrom(typed: string, prefix: string): string | null {
  const signs = base32From(typed);
  const code = signs.slice(prefix.length);
  const isOne = signs.startsWith(prefix) && code.length === REFERENCE_SIGNS;
  return isOne ? `${prefix}-${inFours(code)}` : null;
}
