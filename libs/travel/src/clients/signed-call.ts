import type { BorderClient } from './border-client.entity.ts';

/** A call whose token was verified, and the token that says so to whoever does not believe us. */
export interface SignedCall {
  readonly client: BorderClient;
  readonly token: string;
}
