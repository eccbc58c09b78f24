/** A client's name for one call: the same key and body get the same answer again. */
export const isIdempotencyKey = (text: string): boolean => /^[\x21-\x7e]{1,100}$/.test(text);
