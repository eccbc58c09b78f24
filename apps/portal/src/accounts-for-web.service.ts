import { Injectable, Module } from '@nestjs/common';
import { Accounts, IdentityModule, type SignedIn } from '#identity';
import type { SignedInAccount } from '#web';

/** Who a session belongs to, in the form that the shell knows. */
@Injectable()
export class AccountsForWeb {
  constructor(private readonly accounts: Accounts) {}

  async signedIn(
    by: Pick<SignedIn, 'accountId' | 'token'>,
    requestId: string,
  ): Promise<SignedInAccount | null> {
    const account = await this.accounts.signedIn('applicant', by, requestId);
    return account && { ...account, token: by.token };
  }

  signedOut(token: string, requestId: string): Promise<void> {
    return this.accounts.signOut(token, requestId);
  }
}

@Module({ imports: [IdentityModule], providers: [AccountsForWeb], exports: [AccountsForWeb] })
export class AccountsForWebModule {}
