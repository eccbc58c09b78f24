import type { SignedInAccount } from '../page/view.ts';

/** Whose session it is, and the token that proves it: in a cookie of its own and not in the row. */
export interface SessionOwner {
  readonly accountId: string;
  readonly token: string;
}

/** Sessions of people as the rest of the application keeps them. */
export interface AccountSessions {
  /** Null when the session is over, or never was one. */
  signedIn(by: SessionOwner, requestId: string): Promise<SignedInAccount | null>;
  /** Ends it. */
  signedOut(token: string, requestId: string): Promise<void>;
}
