import { cleanText } from './text.ts';

/** Crockford's: no I, L, O, U, so that it can be read out on the telephone. */
export const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const LOOKALIKES: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0', U: 'V' };

/** What was typed or read out, as its signs stand in the alphabet; whatever else stood between is gone. */
export const base32From = (typed: string): string =>
  cleanText(typed)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/[ILOU]/g, (sign) => LOOKALIKES[sign] ?? sign);

/** In groups of four: 7K3M-9Q2X. */
export const inFours = (signs: string): string => (signs.match(/.{1,4}/g) ?? []).join('-');
