/** Who is behind a request, as far as limits ask. */
export interface Origin {
  readonly site: 'portal' | 'officer';
  /** Digest of the network address. */
  readonly network: string;
  /** What this site has kept in the browser at an earlier sign-in; its signature was checked. */
  readonly browser?: string | undefined;
}

/** How what a browser keeps begins: it tells that from whatever else the same key has signed. */
export const KEPT_BY_BROWSER = 'b1';
