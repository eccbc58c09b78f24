import { cleanText } from '#kernel';
import { randomInt } from 'node:crypto';
import { v5, v7 } from 'uuid';

// Any fixed uuid will do; it must never change, since ids of money are derived from it.
const NAMESPACE = '6f1d5f0c-6a0e-5a53-9d3b-2f7b9a1f4c10';
// Crockford's base 32: no I, L, O, U, so that a reference can be read out on the telephone.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new id. Version 7: new rows lie together in the index. */
export const newId = (): string => v7();

/** The id that a name always has: for rows made from an object of somebody else's system. */
export const idFrom = (name: string): string => v5(name, NAMESPACE);

/** A reference for people: VB-7K3M-9Q2X. 40 bits, unique by constraint, not secret. */
export function newReference(prefix: string): string {
  const four = () => Array.from({ length: 4 }, () => LETTERS[randomInt(32)]).join('');
  return `${prefix}-${four()}-${four()}`;
}

const LOOKALIKES: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0', U: 'V' };

/** A reference as it is kept, however it was typed or read out: vbh1k683sg. Null when it is none. */
export function referenceFrom(typed: string, prefix: string): string | null {
  const signs = cleanText(typed)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  if (!signs.startsWith(prefix)) return null;
  const code = signs.slice(prefix.length).replace(/[ILOU]/g, (c) => LOOKALIKES[c] ?? c);
  return code.length === 8 ? `${prefix}-${code.slice(0, 4)}-${code.slice(4)}` : null;
}
