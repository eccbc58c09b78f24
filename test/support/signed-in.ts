// People for tests: rows as sign-up and sign-in leave them, without a password to type.
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { accountCtx, newId, type Ctx } from '#platform';

type Scope = 'applicant' | 'staff';
interface Door {
  readonly admin: pg.Client;
}

export interface Somebody {
  readonly accountId: string;
  readonly contactPointId: string;
  readonly ctx: Ctx;
}

/** An account that nobody signs up for, unless it is there; staff have every role until they are given one. */
async function ensureAccount(
  { admin }: Door,
  id: string,
  scope: Scope,
  consulateId: string | null = null,
): Promise<string> {
  await admin.query(
    `with point as (
       insert into contact_point (id, account_id, subject_id, kind, address_sealed, language)
       select $5, $1, $1, 'email', 'sealed', 'en' where not exists (select from account where id = $1)
     )
     insert into account (id, kind, email_token, email_sealed, display_name, password_hash,
                          language, contact_point_id, consulate_id)
     select $1, $2, $3, 'sealed', case when $2 = 'staff' then 'Awa Officer' end, 'none', 'en', $5, $4
     where not exists (select from account where id = $1)`,
    [id, scope, randomBytes(32), consulateId, newId()],
  );
  if (scope === 'staff') {
    await admin.query(
      `insert into account_role (account_id, role)
       select $1, r from unnest(array['officer', 'head_of_section', 'treasury',
         'administrator']) r
       where not exists (select from account_role where account_id = $1)`,
      [id],
    );
  }
  const { rows } = await admin.query<{ contact: string }>(
    'select contact_point_id as contact from account where id = $1',
    [id],
  );
  return rows[0]!.contact;
}

/** A session of that person at their site; its token. */
export async function aToken(admin: pg.Client, accountId: string, scope: Scope): Promise<string> {
  await ensureAccount({ admin }, accountId, scope);
  const token = randomBytes(32).toString('base64url');
  await admin.query(
    `insert into account_session (id, account_id, site, token_hash, expires_at)
     values (gen_random_uuid(), $1, $2, $3, clock_timestamp() + interval '8 hours')`,
    [
      accountId,
      scope === 'staff' ? 'officer' : 'portal',
      createHash('sha256').update(token).digest(),
    ],
  );
  return token;
}

/** What a request of that person would be asked in the name of. */
export async function signedInCtx(
  { admin }: Door,
  accountId: string,
  scope: Scope,
  requestId = 'test',
): Promise<Ctx> {
  return accountCtx(accountId, scope, requestId, await aToken(admin, accountId, scope));
}

/** Somebody new, signed in. */
export async function somebody(
  db: Door,
  kind: Scope,
  consulateId: string | null = null,
): Promise<Somebody> {
  const accountId = newId();
  const contactPointId = await ensureAccount(db, accountId, kind, consulateId);
  const ctx = await signedInCtx(db, accountId, kind, `request-${accountId}`);
  return { accountId, contactPointId, ctx };
}
