import { ok, refused, type Result, type Origin } from '#kernel';
import { Database, newId, signInCtx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountNews } from '../account/account-news.service.ts';
import { AccountStore } from '../account/account.store.ts';
import { CodeThenPassword } from '../code/code-then-password.service.ts';
import type { PasswordProblem } from '../domain/password.ts';
import { MailedCodes, type AskRefusal, type CodeMail } from '../code/mailed-code.service.ts';
import { OwnAccountStore } from '../account/own-account.store.ts';
import type { AskInput } from '../sign-in/sign-up.service.ts';
import { Tries } from '../sign-in/tries.service.ts';

/**
 * A new password for somebody who has forgotten theirs: address, mailed code, password. Nothing that
 * a visitor sees tells whether the address has an account: only the mail to its owner differs.
 */
@Injectable()
export class PasswordReset {
  constructor(
    private readonly database: Database,
    private readonly codes: MailedCodes,
    private readonly tries: Tries,
    private readonly shared: CodeThenPassword,
    private readonly accounts: AccountStore,
    private readonly own: OwnAccountStore,
    private readonly news: AccountNews,
  ) {}

  async begin(input: AskInput): Promise<Result<{ ticket: string }, AskRefusal>> {
    const may = await this.codes.mayAsk(input.email, input.origin);
    if (!may.ok) return may;
    const { email, address, turn } = may.value;
    const { language, requestId = 'password-reset' } = input;
    const { site } = input.origin;
    const kind = site === 'officer' ? 'staff' : 'applicant';
    const none: CodeMail = { template: 'no_account', params: { site } };
    const ticket = await this.database.write(signInCtx(requestId), async (tx) => {
      const found = await this.accounts.passwordSetting(tx, address);
      const accountId = found?.accountId ?? newId();
      return this.codes.ask(tx, {
        ...{ purpose: 'password_reset', kind, accountId, email, language, turn },
        mail: (code) =>
          found ? { template: 'password_reset_code', params: { code, site } } : none,
      });
    });
    return ok({ ticket });
  }

  confirm(input: { ticket: string; code: string; requestId?: string }) {
    return this.shared.confirm('password_reset', input);
  }

  /** Ends all sessions and tells the owner. From then on this browser is one of theirs. */
  async finish(input: {
    ticket: string;
    password: string;
    origin: Origin;
    requestId?: string;
  }): Promise<Result<{ browser: string }, 'expired' | PasswordProblem>> {
    const { ticket, origin } = input;
    const ctx = signInCtx(input.requestId ?? 'password-reset');
    // Before the transaction, since it takes its time.
    const hashed = await this.shared.hashOf(ctx, 'password_reset', input);
    if (!hashed.ok) return hashed;
    return this.database.write(ctx, (tx) => this.set(tx, ticket, hashed.value, origin));
  }

  private async set(
    tx: Tx,
    ticket: string,
    hash: string,
    origin: Origin,
  ): Promise<Result<{ browser: string }, 'expired'>> {
    const used = await this.codes.use(tx, 'password_reset', ticket);
    if (!used.ok) return used;
    const { id, accountId, emailToken } = used.value;
    const contactPointId = await this.own.resetPassword(tx, id, hash);
    // Closed, or under another address by now.
    if (!contactPointId) return refused('expired');
    const params = { site: origin.site };
    const mail = { contactPointId, template: 'password_changed', params } as const;
    await this.news.tell(tx, accountId, 'account.password_reset', mail);
    return ok({ browser: this.tries.remember(emailToken, origin) });
  }
}
