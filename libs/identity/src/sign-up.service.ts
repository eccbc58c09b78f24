import { randomInt } from 'node:crypto';
import { AuditLog } from '#audit';
import { isUuid, ok, refused, type Result } from '#kernel';
import { Notifications, type Language } from '#notification';
import { Database, newId, signInCtx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountStore } from './account.store.ts';
import { Addresses } from './addresses.ts';
import { comparableEmail, isEmail } from './domain/email.ts';
import { checkNewPassword, type PasswordProblem } from './domain/password.ts';
import { CODE_DIGITS, decideCode } from './domain/sign-up.ts';
import { Passwords } from './passwords.ts';
import { SignUpStore, type LockedSignUp } from './sign-up.store.ts';

export interface SignUpInput {
  readonly email: string;
  readonly password: string;
  readonly language: Language;
  readonly requestId?: string;
}
export type BeginRefusal = 'bad_email' | 'too_many_tries' | PasswordProblem;
export type ConfirmRefusal = 'wrong_code' | 'expired' | 'too_many_tries';

/**
 * Making an applicant's account. Nothing that a visitor sees tells whether the address already has
 * one: the same steps are taken and the same answer given; only the mail to its owner differs.
 */
@Injectable()
export class SignUp {
  constructor(
    private readonly database: Database,
    private readonly addresses: Addresses,
    private readonly passwords: Passwords,
    private readonly accounts: AccountStore,
    private readonly store: SignUpStore,
    private readonly notifications: Notifications,
    private readonly audit: AuditLog,
  ) {}

  /** Sends a code to the address. Refusals speak only of what was typed, never of accounts. */
  async begin(input: SignUpInput): Promise<Result<{ signUpId: string }, BeginRefusal>> {
    const email = comparableEmail(input.email);
    if (!isEmail(email)) return refused('bad_email');
    const fit = checkNewPassword(input.password, email);
    if (!fit.ok) return fit;
    const token = this.addresses.tokenOf(email);
    const may = await this.addresses.mayTry('sign-up', token);
    if (!may.ok) return may;
    // Slow on purpose, so before the transaction.
    const passwordHash = await this.passwords.hash(input.password);
    const { language, requestId = 'sign-up' } = input;
    return this.database.write(signInCtx(requestId), (tx) =>
      this.keep(tx, { email, token, passwordHash, language }),
    );
  }

  /** Makes the account when the code is right, and returns its id. A wrong code counts as a try. */
  async confirm(input: {
    signUpId: string;
    code: string;
    requestId?: string;
  }): Promise<Result<string, ConfirmRefusal>> {
    if (!isUuid(input.signUpId)) return refused('expired');
    const ctx = signInCtx(input.requestId ?? 'sign-up');
    // The refusal is wrapped: as itself it would roll back the count of tries.
    const { answer } = await this.database.write(ctx, async (tx) => {
      const row = await this.store.lock(tx, input.signUpId);
      return { answer: row ? await this.decide(tx, row, input.code) : refused('expired') };
    });
    return answer;
  }

  private async keep(
    tx: Tx,
    input: { email: string; token: Buffer; passwordHash: string; language: Language },
  ): Promise<Result<{ signUpId: string }, BeginRefusal>> {
    const [id, accountId] = [newId(), newId()];
    const { email, language } = input;
    const exists = (await this.accounts.credentials(tx, input.token)) !== undefined;
    const contactPointId = await this.notifications.addEmail(tx, {
      accountId,
      subjectId: accountId,
      address: email,
      language,
    });
    const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
    await this.store.insert(tx, {
      id,
      accountId,
      emailToken: input.token,
      emailSealed: await this.addresses.seal(tx, accountId, email),
      passwordHash: input.passwordHash,
      code,
      language,
      contactPointId,
    });
    // An address with an account gets a code too, which nobody is told.
    await (exists
      ? this.notifications.send(tx, {
          contactPointId,
          template: 'already_registered',
          params: {},
        })
      : this.notifications.send(tx, {
          contactPointId,
          template: 'sign_up_code',
          params: { code },
        }));
    return ok({ signUpId: id });
  }

  private async decide(
    tx: Tx,
    row: LockedSignUp,
    code: string,
  ): Promise<Result<string, ConfirmRefusal>> {
    const codeMatches = this.store.codeMatches(row, code);
    const decided = decideCode({ ...row, codeMatches });
    if (!decided.ok) {
      if (decided.code === 'wrong_code') await this.store.countTry(tx, row.id);
      return decided;
    }
    await this.store.markUsed(tx, row.id);
    const { accountId: id, ...kept } = row;
    const nobody = { displayName: null, consulateId: null };
    const isNew = await this.accounts.insert(tx, { ...kept, ...nobody, id, kind: 'applicant' });
    // Begun twice, and the other one was faster: beginning again says so by mail.
    if (!isNew) return refused('expired');
    await this.audit.write(tx, {
      action: 'account.created',
      subjectKind: 'account',
      subjectId: id,
      details: { kind: 'applicant' },
    });
    return ok(id);
  }
}
