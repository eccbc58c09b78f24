import { ok, refused, type Result, type Origin } from '#kernel';
import { Notifications, type Language } from '#notification';
import { Database, newId, type Ctx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountNews } from '../account/account-news.service.ts';
import { CurrentPassword } from '../password/current-password.service.ts';
import type { CodeRefusal } from '../domain/mailed-code.ts';
import { EmailUndo } from './email-undo.service.ts';
import { MailedCodes, type AskRefusal, type CodeMail } from '../code/mailed-code.service.ts';
import type { MailedCodeRow } from '../code/mailed-code.store.ts';
import { OwnAccountStore } from '../account/own-account.store.ts';

const TAKEN: CodeMail = { template: 'already_registered', params: {} };

interface Wish {
  readonly email: string;
  readonly password: string;
  readonly language: Language;
  readonly origin: Origin;
}

/**
 * Another address for an applicant's account: the current password, then the code from the new
 * address. The old one is told, with a way to take it back. That an address belongs to another
 * account is seen in the mail to its owner and nowhere else.
 */
@Injectable()
export class EmailChange {
  constructor(
    private readonly database: Database,
    private readonly current: CurrentPassword,
    private readonly codes: MailedCodes,
    private readonly store: OwnAccountStore,
    private readonly undo: EmailUndo,
    private readonly notifications: Notifications,
    private readonly news: AccountNews,
  ) {}

  async begin(
    ctx: Ctx,
    wish: Wish,
  ): Promise<Result<{ ticket: string }, AskRefusal | 'wrong_password' | 'same_email'>> {
    const shown = await this.current.confirm(ctx, wish.password, wish.origin);
    if (!shown.ok) return shown;
    const { own } = shown.value;
    const may = await this.codes.mayAsk(wish.email, wish.origin);
    if (!may.ok) return may;
    const { email, address, turn } = may.value;
    if (address.equals(own.emailToken)) return refused('same_email');
    const ticket = await this.database.write(ctx, async (tx) => {
      const isTaken = await this.store.isTaken(tx, address);
      return this.codes.ask(tx, {
        ...{ purpose: 'email_change', kind: 'applicant', accountId: own.id, email },
        ...{ language: wish.language, turn },
        mail: (code) => (isTaken ? TAKEN : { template: 'email_change_code', params: { code } }),
      });
    });
    return ok({ ticket });
  }

  /** With the right code the address is another, and all other sessions are over. */
  async confirm(
    ctx: Ctx,
    o: { ticket: string; code: string },
  ): Promise<Result<'changed', CodeRefusal>> {
    // The refusal is wrapped: as itself it would roll back the count of tries.
    const { answer } = await this.database.write(ctx, async (tx) => ({
      answer: await this.codes.confirm(tx, { ...o, purpose: 'email_change' }),
    }));
    if (!answer.ok) return answer;
    return this.database.write(ctx, async (tx) => {
      const used = await this.codes.use(tx, 'email_change', o.ticket);
      return used.ok ? this.move(tx, used.value) : used;
    });
  }

  private async move(tx: Tx, row: MailedCodeRow): Promise<Result<'changed', 'expired'>> {
    const { contactPointId } = await this.store.own(tx);
    const { accountId, language } = row;
    const old = await this.current.emailOf(tx);
    const email = await this.current.opened(tx, row.accountId, row.emailSealed);
    const addressSealed = await this.notifications.sealed(tx, contactPointId, accountId, email);
    const { secret, hash: undoHash } = this.undo.newSecret();
    const change = { id: newId(), codeId: row.id, addressSealed, undoHash };
    // It has another account by now.
    if (!(await this.store.changeEmail(tx, change))) return refused('expired');
    const former = { accountId, subjectId: accountId, address: old, language };
    await this.news.tell(tx, accountId, 'account.email_changed', {
      contactPointId: await this.notifications.addEmail(tx, former),
      template: 'email_changed',
      params: { secret },
    });
    return ok('changed');
  }
}
