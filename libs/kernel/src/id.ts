declare const kind: unique symbol;
/** A uuid that says what it is the id of, so that a case's id cannot be passed for a bond's. */
export type Id<K extends string> = string & { readonly [kind]: K };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isUuid = (text: unknown): text is string =>
  typeof text === 'string' && UUID.test(text);

/** Brands text that came from outside. Throws when it is not a uuid in lower case. */
export function asId<K extends string>(text: string): Id<K> {
  if (!isUuid(text)) throw new TypeError('not a uuid');
  return text as Id<K>;
}
