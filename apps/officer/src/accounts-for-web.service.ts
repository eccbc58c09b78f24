import { Injectable, Module } from '@nestjs/common';
import { Accounts, IdentityModule, type ActiveAccount, type SignedIn } from '#identity';
import type { SignedInAccount, AccountCtx } from '#web';

/** What everybody who works here may open, whatever the role: the desk. */
export const DESK = 'desk.open';

/** A member of staff as this site's guards, pages and controllers know them. */
export interface Staff extends SignedInAccount {
  /** The consulate that they belong to; null for staff of all consulates. */
  readonly consulateId: string | null;
}

const staffOf = (account: ActiveAccount, token: string): Staff => ({
  ...account,
  token,
  permissions: new Set<string>([...account.permissions, DESK]),
});

/** Who a session belongs to, in the form that the shell knows. */
@Injectable()
export class AccountsForWeb {
  constructor(private readonly accounts: Accounts) {}

  async signedIn(
    by: Pick<SignedIn, 'accountId' | 'token'>,
    requestId: string,
  ): Promise<SignedInAccount | null> {
    const account = await this.accounts.signedIn('staff', by, requestId);
    return account && staffOf(account, by.token);
  }

  signedOut(token: string, requestId: string): Promise<void> {
    return this.accounts.signOut(token, requestId);
  }
}

/** `@Asking() ctx: StaffCtx`: a member of staff asks. */
export type StaffCtx = AccountCtx<Staff>;

@Module({ imports: [IdentityModule], providers: [AccountsForWeb], exports: [AccountsForWeb] })
export class AccountsForWebModule {}
