import { AuditLog } from '#audit';
import { ok, refused, type Result, type Origin } from '#kernel';
import type { Language } from '#notification';
import { Database, newId, signInCtx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { SignedIn } from '../account/account.service.ts';
import { AccountStore } from '../account/account.store.ts';
import { CodeThenPassword } from '../code/code-then-password.service.ts';
import type { PasswordProblem } from '../domain/password.ts';
import { MailedCodes, type AskRefusal, type CodeMail } from '../code/mailed-code.service.ts';
import { Tries } from './tries.service.ts';

export interface AskInput {
  readonly email: string;
  readonly language: Language;
  readonly origin: Origin;
  readonly requestId?: string;
}

const ALREADY: CodeMail = { template: 'already_registered', params: {} };

/**
 * Making an applicant's account: the address, the code that was mailed to it, and only then a
 * password, so that who owns the address is who chooses it. Nothing that a visitor sees tells
 * whether the address already has an account: only the mail to its owner differs.
 */
@Injectable()
export class SignUp {
  constructor(
    private readonly database: Database,
    private readonly tries: Tries,
    private readonly shared: CodeThenPassword,
    private readonly accounts: AccountStore,
    private readonly codes: MailedCodes,
    private readonly audit: AuditLog,
  ) {}

  /** Sends a code to the address. Refusals speak only of what was typed, never of accounts. */
  async begin(input: AskInput): Promise<Result<{ ticket: string }, AskRefusal>> {
    const may = await this.codes.mayAsk(input.email, input.origin);
    if (!may.ok) return may;
    const { email, address, turn } = may.value;
    const { language, requestId = 'sign-up' } = input;
    const ticket = await this.database.write(signInCtx(requestId), async (tx) => {
      const exists = (await this.accounts.passwordSetting(tx, address)) !== undefined;
      // An address with an account gets a code too, which nobody is told.
      return this.codes.ask(tx, {
        ...{ purpose: 'sign_up', kind: 'applicant', accountId: newId(), email, language, turn },
        mail: (code) => (exists ? ALREADY : { template: 'sign_up_code', params: { code } }),
      });
    });
    return ok({ ticket });
  }

  confirm(input: { ticket: string; code: string; requestId?: string }) {
    return this.shared.confirm('sign_up', input);
  }

  /** Makes the account, once the code was right, with the password that is chosen now. */
  async finish(input: {
    ticket: string;
    password: string;
    origin: Origin;
    requestId?: string;
  }): Promise<Result<SignedIn, 'expired' | PasswordProblem>> {
    const { ticket, origin } = input;
    const ctx = signInCtx(input.requestId ?? 'sign-up');
    // Before the transaction, since it takes its time.
    const hashed = await this.shared.hashOf(ctx, 'sign_up', input);
    if (!hashed.ok) return hashed;
    return this.database.write(ctx, (tx) =>
      this.make(tx, { ticket, passwordHash: hashed.value, origin }),
    );
  }

  private async make(
    tx: Tx,
    o: { ticket: string; passwordHash: string; origin: Origin },
  ): Promise<Result<SignedIn, 'expired'>> {
    const used = await this.codes.use(tx, 'sign_up', o.ticket);
    if (!used.ok) return used;
    const { accountId: id, emailToken, emailSealed, language, contactPointId } = used.value;
    const isNew = await this.accounts.insert(tx, {
      ...{ id, emailToken, emailSealed, language, contactPointId },
      passwordHash: o.passwordHash,
    });
    // Begun twice, and the other one was faster: beginning again says so by mail.
    if (!isNew) return refused('expired');
    await this.audit.write(tx, {
      action: 'account.created',
      subjectKind: 'account',
      subjectId: id,
      details: { kind: 'applicant' },
    });
    const token = await this.accounts.signInNew(tx, id);
    if (!token) throw new Error('an account that was just made could not be signed in');
    return ok({ accountId: id, token, browser: this.tries.remember(emailToken, o.origin) });
  }
}
