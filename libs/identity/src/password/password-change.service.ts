import { ok, refused, type Result, type Origin } from '#kernel';
import { Database, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountNews } from '../account/account-news.service.ts';
import { CurrentPassword } from './current-password.service.ts';
import type { PasswordProblem } from '../domain/password.ts';
import { checkNewPassword } from './new-password.ts';
import { OwnAccountStore } from '../account/own-account.store.ts';
import { Passwords } from './passwords.service.ts';

/** Another password, by somebody who is signed in and knows the current one. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly database: Database,
    private readonly current: CurrentPassword,
    private readonly passwords: Passwords,
    private readonly store: OwnAccountStore,
    private readonly news: AccountNews,
  ) {}

  /** Ends all other sessions, and tells the owner. */
  async change(
    ctx: Ctx,
    o: { current: string; password: string; origin: Origin },
  ): Promise<Result<'changed', 'wrong_password' | 'too_many_tries' | PasswordProblem>> {
    const { origin } = o;
    const shown = await this.current.shown(ctx, o.current, origin);
    if (!shown.ok) return shown;
    const { own, email, proof } = shown.value;
    const fit = await checkNewPassword(o.password, { email, name: own.name });
    if (!fit.ok) return fit;
    // Slow on purpose, so before the transaction.
    const hash = await this.passwords.hash(o.password);
    return this.database.write(ctx, async (tx) => {
      if (!(await this.store.changePassword(tx, proof, hash))) return refused('wrong_password');
      const { contactPointId } = own;
      const params = { site: origin.site };
      const mail = { contactPointId, template: 'password_changed', params } as const;
      await this.news.tell(tx, own.id, 'account.password_changed', mail);
      return ok('changed');
    });
  }
}
