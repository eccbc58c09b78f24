// Sessions for tests: rows as sign-in leaves them, without a password to type.
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { accountCtx, type Ctx } from '#platform';

type Scope = 'applicant' | 'staff';

/** An account that nobody signs up for: many tests need no more of a person than an id. */
async function ensureAccount(admin: pg.Client, id: string, scope: Scope): Promise<void> {
  await admin.query(
    `with point as (
       insert into contact_point (id, account_id, subject_id, kind, address_sealed, language)
       select $1, $1, $1, 'email', 'sealed', 'en'
       where not exists (select from account where id = $1)
       on conflict do nothing
     )
     insert into account (id, kind, email_token, email_sealed, display_name, password_hash,
                          language, contact_point_id)
     select $1, $2, $3, 'sealed', case when $2 = 'staff' then 'Awa Officer' end, 'none', 'en', $1
     where not exists (select from account where id = $1)`,
    [id, scope, randomBytes(32)],
  );
  if (scope === 'staff') await worksAsAll(admin, id);
}

/** Roles for somebody of whom a test only says that they are staff; they take no role from others. */
export async function worksAsAll(admin: pg.Client, id: string): Promise<void> {
  await admin.query(
    `insert into account_role (account_id, role)
     select $1, r from unnest(array['officer', 'head_of_section', 'treasury']) r
     where not exists (select from account_role where account_id = $1)`,
    [id],
  );
}

/** A session of that person at their site; its token. */
export async function aToken(admin: pg.Client, accountId: string, scope: Scope): Promise<string> {
  await ensureAccount(admin, accountId, scope);
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
  { admin }: { admin: pg.Client },
  accountId: string,
  scope: Scope,
  requestId = 'test',
): Promise<Ctx> {
  return accountCtx(accountId, scope, requestId, await aToken(admin, accountId, scope));
}
