import { Database, systemCtx, type Swept, type SweepParts } from '#platform';
import { Injectable } from '@nestjs/common';
import { MailedCodeStore } from './code/mailed-code.store.ts';
import { OwnAccountStore } from './account/own-account.store.ts';

/** Codes and sessions whose time is over. */
@Injectable()
export class IdentitySweep implements Swept {
  constructor(
    private readonly database: Database,
    private readonly codes: MailedCodeStore,
    private readonly accounts: OwnAccountStore,
  ) {}

  sweepParts(): SweepParts {
    return { 'old codes and sign-ins': () => this.removeOldRows() };
  }

  private removeOldRows(): Promise<void> {
    return this.database.write(systemCtx('sweep'), async (tx) => {
      await this.codes.removeOld(tx);
      await this.accounts.removeOldSessions(tx);
    });
  }
}
