import { AuditLog } from '#audit';
import { isUuid, ok, refused, type Result } from '#kernel';
import { Notifications, type Language } from '#notification';
import { Database, newId, signInCtx, type Ctx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountStore } from './account.store.ts';
import { Addresses } from './addresses.ts';
import { comparableEmail, isEmail } from './domain/email.ts';
import { checkNewPassword, type PasswordProblem } from './domain/password.ts';
import type { Origin } from './domain/known-browser.ts';
import { permissionsOf, type Permission, type Role, type StaffRole } from './domain/permissions.ts';
import { Passwords } from './passwords.ts';
import { Tries } from './tries.ts';

export interface CurrentAccount {
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

export interface SignedIn {
  readonly accountId: string;
  readonly scope: 'applicant' | 'staff';
  /** For the browser to keep: from now on it has an allowance of its own. */
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
    const found = await this.database.read(ctx, (tx) => this.store.credentials(tx, token));
    const matches = await this.passwords.matches(found?.passwordHash, password);
    const isIn = found !== undefined && matches && found.isActive;
    await this.audit.writeApart(ctx, {
      action: isIn ? 'account.signed_in' : 'account.sign_in_refused',
      subjectKind: 'account',
      subjectId: found?.id ?? null,
      outcome: isIn ? 'done' : 'refused',
    });
    if (!isIn) return refused('wrong_credentials');
    const browser = this.tries.remember(token, origin);
    return ok({ accountId: found.id, scope: found.kind, browser });
  }

  /** Once a day the owner of an address that is being tried out is told. */
  private async stopped(ctx: Ctx, token: Buffer, origin: Origin): Promise<void> {
    if (!(await this.tries.mayTell(token, origin))) return;
    await this.database.write(ctx, async (tx) => {
      const found = await this.store.credentials(tx, token);
      await this.audit.write(tx, {
        action: 'account.sign_in_stopped',
        subjectKind: 'account',
        subjectId: found?.id ?? null,
        outcome: 'refused',
      });
      if (!found?.isActive) return;
      const { contactPointId } = found;
      const params = { site: origin.site };
      await this.notifications.send(tx, { contactPointId, template: 'sign_in_stopped', params });
    });
  }

  /**
   * Who a session belongs to; null when there is no such account, it was closed, or it is of the
   * other site: the portal's process knows applicants only, the officer site's staff only.
   */
  async byId(id: string, requestId = 'session'): Promise<CurrentAccount | null> {
    if (!isUuid(id)) return null;
    // Until it is read, whoever comes with a session is nobody yet.
    const row = await this.database.read(signInCtx(requestId), (tx) => this.store.active(tx, id));
    if (!row) return null;
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

  /** Names of staff by account id, for histories and letters. Officer site only. */
  staffNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    return this.store.staffNames(tx, ids);
  }

  /** Makes an account for a member of staff, in the officer site's process. */
  async createStaff(
    tx: Tx,
    staff: NewStaff,
  ): Promise<Result<{ accountId: string }, 'bad_email' | 'email_taken' | PasswordProblem>> {
    const email = comparableEmail(staff.email);
    if (!isEmail(email)) return refused('bad_email');
    const fit = checkNewPassword(staff.password, email);
    if (!fit.ok) return fit;
    const id = newId();
    const { language, consulateId } = staff;
    const contactPointId = await this.notifications.addEmail(tx, {
      accountId: id,
      subjectId: id,
      address: email,
      language,
    });
    const isNew = await this.store.insert(tx, {
      id,
      kind: 'staff',
      emailToken: this.addresses.tokenOf(email),
      emailSealed: await this.addresses.seal(tx, id, email),
      displayName: staff.name,
      passwordHash: await this.passwords.hash(staff.password),
      language,
      contactPointId,
      consulateId,
    });
    if (!isNew) return refused('email_taken');
    await this.store.grantRoles(tx, id, staff.roles);
    await this.audit.write(tx, {
      action: 'account.created',
      subjectKind: 'account',
      subjectId: id,
      details: { kind: 'staff', roles: staff.roles.join('+') },
    });
    return ok({ accountId: id });
  }
}
