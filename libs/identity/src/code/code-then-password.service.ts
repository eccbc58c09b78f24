import { ok, refused, type Result } from '#kernel';
import { Database, signInCtx, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { CodePurpose, CodeRefusal } from '../domain/mailed-code.ts';
import type { PasswordProblem } from '../domain/password.ts';
import { MailedCodes } from './mailed-code.service.ts';
import { checkNewPassword } from '../password/new-password.ts';
import { Passwords } from '../password/passwords.service.ts';

/** What making an account and a forgotten password have in common once the code was mailed. */
@Injectable()
export class CodeThenPassword {
  constructor(
    private readonly database: Database,
    private readonly codes: MailedCodes,
    private readonly passwords: Passwords,
  ) {}

  /** A wrong code counts as a try. */
  async confirm(
    purpose: CodePurpose,
    input: { ticket: string; code: string; requestId?: string },
  ): Promise<Result<'confirmed', CodeRefusal>> {
    const { ticket, code, requestId = purpose } = input;
    // The refusal is wrapped: as itself it would roll back the count of tries.
    const { answer } = await this.database.write(signInCtx(requestId), async (tx) => ({
      answer: await this.codes.confirm(tx, { purpose, ticket, code }),
    }));
    return answer;
  }

  /** The password's hash, if the code was right and the password may be had. Slow on purpose. */
  async hashOf(
    ctx: Ctx,
    purpose: CodePurpose,
    { ticket, password }: { ticket: string; password: string },
  ): Promise<Result<string, 'expired' | PasswordProblem>> {
    const email = await this.database.read(ctx, (tx) => this.codes.shownEmail(tx, purpose, ticket));
    if (email === undefined) return refused('expired');
    const fit = await checkNewPassword(password, { email });
    return fit.ok ? ok(await this.passwords.hash(password)) : fit;
  }
}
