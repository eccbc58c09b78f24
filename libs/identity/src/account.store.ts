import type { Language } from '#notification';
import { actorIdOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { StaffRole } from './domain/permissions.ts';

export interface NewAccount {
  readonly id: string;
  readonly kind: 'applicant' | 'staff';
  readonly emailToken: Buffer;
  readonly emailSealed: Buffer;
  readonly displayName: string | null;
  readonly passwordHash: string;
  readonly language: Language;
  readonly contactPointId: string;
  readonly consulateId: string | null;
}

export interface Credentials {
  readonly id: string;
  readonly kind: 'applicant' | 'staff';
  readonly passwordHash: string;
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
}

/** Names the one row that a sign-in transaction may see; the policies compare with it. */
export async function seeOnly(tx: Tx, key: string): Promise<void> {
  await tx.query("select set_config('app.sign_in_key', $1, true)", [key]);
}

@Injectable()
export class AccountStore {
  /** In a sign-in transaction. */
  async credentials(tx: Tx, emailToken: Buffer): Promise<Credentials | undefined> {
    await seeOnly(tx, emailToken.toString('hex'));
    const [row] = await tx.query<Credentials>(
      `select id, kind, password_hash as "passwordHash", contact_point_id as "contactPointId",
              state = 'active' as "isActive"
       from account where email_token = $1`,
      [emailToken],
    );
    return row;
  }

  /** False when the address already has an account of this kind. */
  async insert(tx: Tx, account: NewAccount): Promise<boolean> {
    if (account.kind === 'applicant') await seeOnly(tx, account.emailToken.toString('hex'));
    const made = await tx.query(
      `insert into account (id, kind, email_token, email_sealed, display_name, password_hash,
                            language, contact_point_id, consulate_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict on constraint account_email do nothing returning id`,
      [
        account.id,
        account.kind,
        account.emailToken,
        account.emailSealed,
        account.displayName,
        account.passwordHash,
        account.language,
        account.contactPointId,
        account.consulateId,
      ],
    );
    return made.length === 1;
  }

  async grantRoles(tx: Tx, accountId: string, roles: readonly StaffRole[]): Promise<void> {
    await tx.query(
      `insert into account_role (account_id, role, granted_by)
       select $1, role, $3 from unnest($2::text[]) as role`,
      [accountId, [...new Set(roles)], actorIdOf(tx.ctx.actor)],
    );
  }

  /** An account that may act, with its roles, in a sign-in transaction. Every request asks for it. */
  async active(tx: Tx, id: string): Promise<AccountRow | undefined> {
    await seeOnly(tx, id);
    const [row] = await tx.query<AccountRow>(
      `select a.id, a.kind, a.display_name as "displayName", a.language,
              a.consulate_id as "consulateId", a.contact_point_id as "contactPointId",
              array(select r.role from account_role r where r.account_id = a.id order by r.role)
                as roles
       from account a where a.id = $1 and a.state = 'active'`,
      [id],
    );
    return row;
  }

  async staffNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
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
}
