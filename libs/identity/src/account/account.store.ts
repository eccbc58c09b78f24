import { createHash, randomBytes } from 'node:crypto';
import type { Language } from '#notification';
import { Database, type Ctx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { StaffRole } from '../domain/permissions.ts';

export interface NewAccount {
  readonly id: string;
  readonly emailToken: Buffer;
  readonly emailSealed: Buffer;
  readonly passwordHash: string;
  readonly language: Language;
  readonly contactPointId: string;
}

export interface NewStaffAccount extends NewAccount {
  readonly displayName: string;
  readonly consulateId: string | null;
  readonly roles: readonly StaffRole[];
}

/** What sign-in has to know before a password is shown; nothing of the password itself. */
export interface PasswordSetting {
  readonly accountId: string;
  /** How the account's password is hashed. */
  readonly setting: string;
  readonly contactPointId: string;
  readonly isActive: boolean;
}

export interface AccountRow {
  readonly id: string;
  readonly kind: 'applicant' | 'staff';
  readonly displayName: string | null;
  readonly language: Language;
  readonly consulateId: string | null;
  readonly contactPointId: string;
  readonly roles: readonly StaffRole[];
  /** Its session was last noted as used so long ago that it has to be noted again. */
  readonly isDue: boolean;
}

const TOKEN_BYTES = 32;

const newToken = () => randomBytes(TOKEN_BYTES).toString('base64url');
const digestOf = (token: string) => createHash('sha256').update(token).digest();

const NOTED_AFTER = '1 minute';

/** Of whoever is asking, by the session that app.enter() found. */
const CURRENT = `
  select a.id, a.kind, a.display_name as "displayName", a.language,
    a.consulate_id as "consulateId", a.contact_point_id as "contactPointId",
    array(select r.role from account_role r where r.account_id = a.id order by r.role) as roles,
    s.last_used_at < clock_timestamp() - interval '${NOTED_AFTER}' as "isDue"
  from account a join account_session s on s.id = nullif(current_setting('app.session', true), '')::uuid
  where a.id = $1`;

const valuesOf = (a: NewAccount) => [
  a.id,
  a.emailToken,
  a.emailSealed,
  a.passwordHash,
  a.language,
  a.contactPointId,
];

/** Names the one row that a sign-in transaction may see; the policies compare with it. */
export async function seeOnly(tx: Tx, key: string): Promise<void> {
  await tx.query("select set_config('app.sign_in_key', $1, true)", [key]);
}

/**
 * Accounts, and the sessions of their people by the functions that alone write them. A session's
 * token goes to the browser and is kept nowhere; the database has its digest.
 */
@Injectable()
export class AccountStore {
  constructor(private readonly database: Database) {}

  /** An applicant's account. False when the address already has one. */
  async insert(tx: Tx, account: NewAccount): Promise<boolean> {
    await seeOnly(tx, account.emailToken.toString('hex'));
    const made = await tx.query(
      `insert into account (id, kind, email_token, email_sealed, password_hash, language,
                            contact_point_id)
       values ($1, 'applicant', $2, $3, $4, $5, $6)
       on conflict on constraint account_email do nothing returning id`,
      valuesOf(account),
    );
    return made.length === 1;
  }

  /** False when the address already has an account of staff. */
  async insertStaff(tx: Tx, account: NewStaffAccount): Promise<boolean> {
    const [row] = await tx.query<{ isNew: boolean }>(
      `select app.create_staff(id => $1, email_token => $2, email_sealed => $3,
         password_hash => $4, language => $5, contact_point_id => $6, display_name => $7,
         consulate_id => $8, roles => $9) as "isNew"`,
      [...valuesOf(account), account.displayName, account.consulateId, account.roles],
    );
    return row?.isNew === true;
  }

  /** The account of a session, in a transaction of that session. */
  async current(tx: Tx, id: string): Promise<AccountRow | undefined> {
    const [row] = await tx.query<AccountRow>(CURRENT, [id]);
    return row;
  }

  /** The same in a transaction of its own. */
  async signedIn(ctx: Ctx, id: string): Promise<AccountRow | undefined> {
    const [row] = await this.database.readOne<AccountRow>(ctx, CURRENT, [id]);
    return row;
  }

  async staffNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<{ id: string; name: string }>(
      `select id, display_name as name from account where kind = 'staff' and id = any($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  async emailSealed(tx: Tx, id: string): Promise<Buffer | undefined> {
    const [row] = await tx.query<{ email_sealed: Buffer }>(
      'select email_sealed from account where id = $1',
      [id],
    );
    return row?.email_sealed;
  }

  /** The account of an address at this site, and with what setting its password is hashed. */
  async passwordSetting(tx: Tx, emailToken: Buffer): Promise<PasswordSetting | undefined> {
    const [row] = await tx.query<PasswordSetting>(
      `select account_id as "accountId", setting, contact_point_id as "contactPointId",
              is_active as "isActive"
       from app.password_setting($1)`,
      [emailToken],
    );
    return row;
  }

  /** The new session's token; null when the account is closed or the proof is not its password's. */
  signIn(tx: Tx, accountId: string, proof: Buffer): Promise<string | null> {
    return this.opened(tx, 'app.sign_in($1, $3, $2)', accountId, [proof]);
  }

  /** The token of a session for the account that this transaction has made; null for any other. */
  signInNew(tx: Tx, accountId: string): Promise<string | null> {
    return this.opened(tx, 'app.sign_in_new($1, $2)', accountId, []);
  }

  private async opened(tx: Tx, call: string, accountId: string, more: readonly unknown[]) {
    const token = newToken();
    const params = [accountId, digestOf(token), ...more];
    const [row] = await tx.query<{ done: boolean }>(`select ${call} as done`, params);
    return row?.done ? token : null;
  }

  async noteUse(tx: Tx, token: string): Promise<void> {
    await tx.query('select app.note_use($1)', [token]);
  }

  async signOut(tx: Tx, token: string): Promise<void> {
    await tx.query('select app.sign_out($1)', [token]);
  }
}
