import { AuditLog } from '#audit';
import { isUuid, ok, refused, type Result, type Origin } from '#kernel';
import { Notifications, type Language } from '#notification';
import {
  accountCtx,
  actorIdOf,
  Database,
  newId,
  signInCtx,
  SignInOver,
  type Ctx,
  type Tx,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountStore, type AccountRow } from './account.store.ts';
import { Addresses } from './addresses.service.ts';
import { comparableEmail, isEmail } from '../domain/email.ts';
import type { PasswordProblem } from '../domain/password.ts';
import {
  permissionsOf,
  type Permission,
  type Role,
  type StaffRole,
} from '../domain/permissions.ts';
import { checkNewPassword } from '../password/new-password.ts';
import { Passwords } from '../password/passwords.service.ts';
import { Tries } from '../sign-in/tries.service.ts';

export interface ActiveAccount {
  readonly id: string;
  readonly scope: 'applicant' | 'staff';
  /** Empty for applicants: their name is personal data, opened only where it is needed. */
  readonly displayName: string;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  readonly consulateId: string | null;
  readonly contactPointId: string;
}

/** Somebody who has proved who they are; the token is for their browser and kept nowhere else. */
export interface SignedIn {
  readonly accountId: string;
  readonly token: string;
  /** For the browser to keep as well: from now on it has an allowance of its own. */
  readonly browser: string;
}

export interface NewStaff {
  readonly email: string;
  readonly password: string;
  /** The name they work under; it stands on letters. */
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly consulateId: string | null;
  readonly language: Language;
}

@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly addresses: Addresses,
    private readonly tries: Tries,
    private readonly passwords: Passwords,
    private readonly store: AccountStore,
    private readonly audit: AuditLog,
    private readonly notifications: Notifications,
  ) {}

  /**
   * Checks an address and its password. The portal's process finds applicants only, the officer
   * site's staff only. Words and time are the same for an unknown address and a wrong password.
   */
  async authenticate(input: {
    email: string;
    password: string;
    origin: Origin;
    requestId?: string;
  }): Promise<Result<SignedIn, 'wrong_credentials' | 'too_many_tries'>> {
    const { email, password, origin } = input;
    const ctx = signInCtx(input.requestId ?? 'sign-in');
    const token = this.addresses.tokenOf(email);
    const may = await this.tries.take('sign-in', token, origin);
    if (!may.ok) {
      await this.stopped(ctx, token, origin);
      return may;
    }
    const found = await this.database.read(ctx, (tx) => this.store.passwordSetting(tx, token));
    // Slow on purpose, so between the transactions.
    const proof = await this.passwords.proof(found?.setting, password);
    const accountId = found?.accountId ?? newId();
    const session = await this.database.write(ctx, async (tx) => {
      const opened = await this.store.signIn(tx, accountId, proof);
      await this.audit.write(tx, {
        action: opened ? 'account.signed_in' : 'account.sign_in_refused',
        subjectKind: 'account',
        subjectId: found?.accountId ?? null,
        outcome: opened ? 'done' : 'refused',
      });
      return opened;
    });
    if (!session) return refused('wrong_credentials');
    return ok({ accountId, token: session, browser: this.tries.remember(token, origin) });
  }

  /** Once a day the owner of an address that is being tried out is told. */
  private async stopped(ctx: Ctx, token: Buffer, origin: Origin): Promise<void> {
    if (!(await this.tries.mayTell(token, origin))) return;
    const turn = await this.tries.mailTurn(origin);
    await this.database.write(ctx, async (tx) => {
      const found = await this.store.passwordSetting(tx, token);
      await this.audit.write(tx, {
        action: 'account.sign_in_stopped',
        subjectKind: 'account',
        subjectId: found?.accountId ?? null,
        outcome: 'refused',
      });
      if (!found?.isActive) return;
      const { contactPointId } = found;
      const params = { site: origin.site };
      const template = 'sign_in_stopped';
      await this.notifications.send(tx, { contactPointId, template, params, turn });
    });
  }

  /**
   * Who a session belongs to; null when it is over, of another account or of the other site. That
   * it is in use is noted once a minute.
   */
  async signedIn(
    scope: 'applicant' | 'staff',
    by: Pick<SignedIn, 'accountId' | 'token'>,
    requestId = 'session',
  ): Promise<ActiveAccount | null> {
    if (!isUuid(by.accountId)) return null;
    const ctx = accountCtx(by.accountId, scope, requestId, by.token);
    try {
      const row = await this.store.signedIn(ctx, by.accountId);
      if (row?.isDue) await this.database.write(ctx, (tx) => this.store.noteUse(tx, by.token));
      return row ? accountOf(row) : null;
    } catch (e) {
      if (e instanceof SignInOver) return null;
      throw e;
    }
  }

  /** Whoever is asking; null when no person is. */
  async current(tx: Tx): Promise<ActiveAccount | null> {
    const id = actorIdOf(tx.ctx.actor);
    const row = id && tx.sessionId ? await this.store.current(tx, id) : undefined;
    return row ? accountOf(row) : null;
  }

  /** Ends a session at once, wherever its token still is. */
  signOut(token: string, requestId = 'sign-out'): Promise<void> {
    return this.database.write(signInCtx(requestId), (tx) => this.store.signOut(tx, token));
  }

  /** Names of staff by account id, for histories and letters. Officer site only. */
  staffNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    return this.store.staffNames(tx, ids);
  }

  /** Makes an account for a member of staff: an administrator does, or the installation. */
  async createStaff(
    tx: Tx,
    staff: NewStaff,
  ): Promise<Result<{ accountId: string }, 'bad_email' | 'email_taken' | PasswordProblem>> {
    const email = comparableEmail(staff.email);
    if (!isEmail(email)) return refused('bad_email');
    const fit = await checkNewPassword(staff.password, { email, name: staff.name });
    if (!fit.ok) return fit;
    const id = newId();
    const { language, consulateId } = staff;
    const contactPointId = await this.notifications.addEmail(tx, {
      accountId: id,
      subjectId: id,
      address: email,
      language,
    });
    const isNew = await this.store.insertStaff(tx, {
      id,
      emailToken: this.addresses.tokenOf(email),
      emailSealed: await this.addresses.seal(tx, id, email),
      displayName: staff.name,
      passwordHash: await this.passwords.hash(staff.password),
      language,
      contactPointId,
      consulateId,
      roles: staff.roles,
    });
    if (!isNew) return refused('email_taken');
    await this.audit.write(tx, {
      action: 'account.created',
      subjectKind: 'account',
      subjectId: id,
      details: { kind: 'staff', roles: staff.roles.join('+') },
    });
    return ok({ accountId: id });
  }
}

function accountOf(row: AccountRow): ActiveAccount {
  const roles: readonly Role[] = row.kind === 'applicant' ? ['applicant'] : row.roles;
  return {
    id: row.id,
    scope: row.kind,
    displayName: row.displayName ?? '',
    language: row.language,
    roles,
    permissions: permissionsOf(roles),
    consulateId: row.consulateId,
    contactPointId: row.contactPointId,
  };
}
