import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { isUuid, ok, refused, type Result, type Origin } from '#kernel';
import { Notifications, type Language, type MailOrder } from '#notification';
import { newId, Vault, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Addresses } from '../account/addresses.service.ts';
import { comparableEmail, isEmail } from '../domain/email.ts';
import {
  CODE_DIGITS,
  decideCode,
  decideUse,
  type CodeFacts,
  type CodePurpose,
  type CodeRefusal,
} from '../domain/mailed-code.ts';
import { MailedCodeStore, type MailedCodeRow } from './mailed-code.store.ts';
import { Tries } from '../sign-in/tries.service.ts';

const SECRET_BYTES = 32;

type CodeTemplate =
  | 'sign_up_code'
  | 'password_reset_code'
  | 'email_change_code'
  | 'already_registered'
  | 'no_account';
export type CodeMail = {
  [T in CodeTemplate]: Pick<MailOrder<T>, 'template' | 'params'>;
}[CodeTemplate];
export type AskRefusal = 'bad_email' | 'too_many_tries';

export interface CodeWish {
  readonly purpose: CodePurpose;
  readonly kind: 'applicant' | 'staff';
  readonly accountId: string;
  /** In the form in which addresses are compared. */
  readonly email: string;
  readonly language: Language;
  /** As `mayAsk` gave it. */
  readonly turn: number;
  /** The mail; without the code when the address may not get one. */
  readonly mail: (code: string) => CodeMail;
}

/**
 * Codes by mail. Whoever asks is given a ticket for the browser to keep, and the code does nothing
 * without it: a code that its reader is talked into typing elsewhere, or passing on, is worthless.
 */
@Injectable()
export class MailedCodes {
  constructor(
    private readonly vault: Vault,
    private readonly addresses: Addresses,
    private readonly store: MailedCodeStore,
    private readonly notifications: Notifications,
    private readonly tries: Tries,
  ) {}

  /** The address as it is compared, its token, and the mail's turn; if it may be sent there. */
  async mayAsk(
    typed: string,
    origin: Origin,
  ): Promise<Result<{ email: string; address: Buffer; turn: number }, AskRefusal>> {
    const email = comparableEmail(typed);
    if (!isEmail(email)) return refused('bad_email');
    const address = this.addresses.tokenOf(email);
    const may = await this.tries.take('code', address, origin);
    if (!may.ok) return may;
    return ok({ email, address, turn: await this.tries.mailTurn(origin) });
  }

  /** Asks for the mail and returns the ticket. */
  async ask(tx: Tx, wish: CodeWish): Promise<string> {
    const { purpose, kind, accountId, email, language, turn } = wish;
    const [id, secret] = [newId(), randomBytes(SECRET_BYTES).toString('base64url')];
    const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
    const contactPointId = await this.notifications.addEmail(tx, {
      accountId,
      subjectId: accountId,
      address: email,
      language,
    });
    await this.store.insert(tx, {
      ...{ id, purpose, kind, accountId, language, contactPointId },
      emailToken: this.addresses.tokenOf(email),
      emailSealed: await this.addresses.seal(tx, accountId, email),
      browserHash: this.hashOf('ticket', id, secret),
      codeHash: this.hashOf('mailed-code', id, code),
    });
    await this.notifications.send(tx, { contactPointId, turn, ...wish.mail(code) });
    return `${id}.${secret}`;
  }

  /** A wrong code counts as a try, so the transaction must stand although this refuses. */
  async confirm(
    tx: Tx,
    o: { readonly purpose: CodePurpose; readonly ticket: string; readonly code: string },
  ): Promise<Result<'confirmed', CodeRefusal>> {
    const { id, secret } = partsOf(o.ticket);
    const row = isUuid(id) ? await this.store.lock(tx, id, o.purpose) : undefined;
    if (!row) return refused('expired');
    // Spaces do not count: people copy a code with them.
    const hash = this.hashOf('mailed-code', row.id, o.code.replace(/\s/g, ''));
    const codeMatches = timingSafeEqual(hash, row.codeHash);
    const decided = decideCode({ ...this.factsOf(row, secret), codeMatches });
    if (decided.ok) await this.store.markConfirmed(tx, row.id);
    else if (decided.code === 'wrong_code') await this.store.countTry(tx, row.id);
    return decided;
  }

  /** The address of a ticket whose code was shown; nothing is used up. */
  async shownEmail(tx: Tx, purpose: CodePurpose, ticket: string): Promise<string | undefined> {
    const { id, secret } = partsOf(ticket);
    const row = isUuid(id) ? await this.store.read(tx, id, purpose) : undefined;
    if (!row || !decideUse(this.factsOf(row, secret)).ok) return undefined;
    return this.addresses.open(tx, row.accountId, row.emailSealed);
  }

  /** Uses it up. What it was asked for happens in the same transaction. */
  async use(
    tx: Tx,
    purpose: CodePurpose,
    ticket: string,
  ): Promise<Result<MailedCodeRow, 'expired'>> {
    const { id, secret } = partsOf(ticket);
    const row = isUuid(id) ? await this.store.lock(tx, id, purpose) : undefined;
    if (!row) return refused('expired');
    const decided = decideUse(this.factsOf(row, secret));
    if (!decided.ok) return decided;
    await this.store.markUsed(tx, row.id);
    return ok(row);
  }

  private factsOf(row: MailedCodeRow, secret: string): CodeFacts {
    const isSameBrowser = timingSafeEqual(this.hashOf('ticket', row.id, secret), row.browserHash);
    return { ...row, isSameBrowser };
  }

  private hashOf(kind: 'ticket' | 'mailed-code', id: string, secret: string): Buffer {
    return this.vault.token(kind, `${id}:${secret}`);
  }
}

function partsOf(ticket: string): { id: string; secret: string } {
  const [id = '', secret = ''] = ticket.split('.');
  return { id, secret };
}
