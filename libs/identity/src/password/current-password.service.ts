import { ok, refused, type Result, type Origin } from '#kernel';
import { Database, type Ctx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountStore } from '../account/account.store.ts';
import { Addresses } from '../account/addresses.service.ts';
import { OwnAccountStore, type OwnRow } from '../account/own-account.store.ts';
import { Passwords } from './passwords.service.ts';
import { Tries } from '../sign-in/tries.service.ts';

export interface Shown {
  readonly own: OwnRow;
  readonly email: string;
  /** What the database compares; not yet compared. */
  readonly proof: Buffer;
}

/** Somebody who is signed in types their password again. It counts as a try to sign in. */
@Injectable()
export class CurrentPassword {
  constructor(
    private readonly database: Database,
    private readonly addresses: Addresses,
    private readonly tries: Tries,
    private readonly passwords: Passwords,
    private readonly accounts: AccountStore,
    private readonly store: OwnAccountStore,
  ) {}

  async shown(
    ctx: Ctx,
    password: string,
    origin: Origin,
  ): Promise<Result<Shown, 'too_many_tries'>> {
    const { own, email, setting } = await this.database.read(ctx, async (tx) => {
      const row = await this.store.own(tx);
      const found = await this.accounts.passwordSetting(tx, row.emailToken);
      const address = await this.addresses.open(tx, row.id, row.emailSealed);
      return { own: row, email: address, setting: found?.setting };
    });
    const may = await this.tries.take('sign-in', own.emailToken, origin);
    if (!may.ok) return may;
    return ok({ own, email, proof: await this.passwords.proof(setting, password) });
  }

  /** Whether whoever is signed in knows the password of the account. */
  async confirm(
    ctx: Ctx,
    password: string,
    origin: Origin,
  ): Promise<Result<Shown, 'wrong_password' | 'too_many_tries'>> {
    const shown = await this.shown(ctx, password, origin);
    if (!shown.ok) return shown;
    const { own, proof } = shown.value;
    const isOwn = await this.database.read(ctx, (tx) => this.store.matches(tx, own.id, proof));
    return isOwn ? shown : refused('wrong_password');
  }

  /** The address of whoever is signed in. */
  async emailOf(tx: Tx): Promise<string> {
    const { id, emailSealed } = await this.store.own(tx);
    return this.addresses.open(tx, id, emailSealed);
  }

  /** An address that its owner has just shown to be theirs. */
  opened(tx: Tx, accountId: string, sealed: Buffer): Promise<string> {
    return this.addresses.open(tx, accountId, sealed);
  }
}
