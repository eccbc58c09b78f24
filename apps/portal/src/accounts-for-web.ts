import { Injectable, Module } from '@nestjs/common';
import { Accounts, IdentityModule } from '#identity';
import type { Account } from '#web';

/** Who a session belongs to, in the form that the shell knows. */
@Injectable()
export class AccountsForWeb {
  constructor(private readonly accounts: Accounts) {}

  byId(id: string): Promise<Account | null> {
    return this.accounts.byId(id);
  }
}

@Module({ imports: [IdentityModule], providers: [AccountsForWeb], exports: [AccountsForWeb] })
export class AccountsForWebModule {}
