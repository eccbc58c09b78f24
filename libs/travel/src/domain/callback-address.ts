import { ok, refused, type Result } from '#kernel';

const ADDRESS_LENGTH_MAX = 500;

export type AddressFault = 'not_an_address' | 'not_https' | 'address_with_more';

/**
 * The address at which a border system wants to be told, as it is kept. It is https, without a name, a
 * password, a query or a fragment, which would stand in logs. `isLocal` takes http to this machine as
 * well: where the demonstration runs there is no certificate.
 */
export function readCallbackAddress(
  typed: string,
  { isLocal }: { readonly isLocal: boolean },
): Result<string, AddressFault> {
  const url = typed.length <= ADDRESS_LENGTH_MAX ? URL.parse(typed.trim()) : null;
  if (!url?.hostname) return refused('not_an_address');
  const isHere = url.protocol === 'http:' && url.hostname === 'localhost';
  if (url.protocol !== 'https:' && !(isLocal && isHere)) return refused('not_https');
  if (url.username || url.password || url.search || url.hash) return refused('address_with_more');
  return ok(url.href);
}
