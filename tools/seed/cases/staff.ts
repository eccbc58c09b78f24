// Invented staff of each consulate, and the border post that reports: those to whom the invented
// cases' steps are ascribed. Nobody can sign in as them.
import type pg from 'pg';
import { v7 } from 'uuid';
import { randomBytes } from 'node:crypto';
import { FORM_VERSION } from '../../../apps/portal/src/apply/apply-page.ts';
import { UNDERTAKING_VERSION } from '../../../libs/bond-escrow/src/domain/undertaking-text.ts';
import type { SeedProgramme } from './programme.ts';

/** Each consulate's people, by the name of the column in seed_staff. */
const POSTS = {
  officer: ['Officer', 'officer'],
  second: ['Head of section', 'head_of_section'],
  treasury: ['Treasury', 'treasury'],
  treasury2: ['Second treasury officer', 'treasury'],
} as const;

/** In argon2's form, and the hash of nothing. */
const noPassword = () => {
  const part = (bytes: number) => randomBytes(bytes).toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=19456,t=2,p=1$${part(16)}$${part(32)}`;
};

/** What the statements of rows.ts have to know of the programme. */
export async function describeProgramme(admin: pg.Client, programme: SeedProgramme): Promise<void> {
  await admin.query(`create temp table seed_programme (amount bigint, currency char(3), programme text,
    version int, form text, wording text, port text, password text)`);
  await admin.query('insert into seed_programme values ($1, $2, $3, $4, $5, $6, $7, $8)', [
    ...[programme.amount.minor, programme.amount.currency, programme.code, programme.version],
    ...[FORM_VERSION, UNDERTAKING_VERSION, programme.facts.ports[0]?.code, noPassword()],
  ]);
}

export async function hireStaff(admin: pg.Client, programme: SeedProgramme): Promise<void> {
  await admin.query(`create temp table seed_staff (consulate uuid, officer uuid, second uuid,
    treasury uuid, treasury2 uuid); create temp table seed_border (client uuid)`);
  for (const { id: consulateId } of programme.consulates) {
    const ids: string[] = [];
    for (const post of Object.keys(POSTS) as (keyof typeof POSTS)[]) {
      ids.push(await hire(admin, programme, consulateId, post));
    }
    await admin.query('insert into seed_staff values ($1, $2, $3, $4, $5)', [consulateId, ...ids]);
  }
  await admin.query(
    `with found as (select id from border_client where programme_code = $1 limit 1),
       made as (insert into border_client (id, name, programme_code, ports)
         select gen_random_uuid(), 'Invented border post', $1, array[$2]
         where not exists (select from found) returning id)
     insert into seed_border select id from found union all select id from made`,
    [programme.code, programme.facts.ports[0]?.code],
  );
}

/** The same person at each run. */
async function hire(
  admin: pg.Client,
  { vault }: SeedProgramme,
  consulateId: string,
  post: keyof typeof POSTS,
): Promise<string> {
  const email = `seed.${post}.${consulateId}@demo.example`;
  const token = vault.token('email', email);
  const { rows } = await admin.query<{ id: string }>(
    `select id from account where kind = 'staff' and email_token = $1`,
    [token],
  );
  if (rows[0]) return rows[0].id;
  const [id, point] = [v7(), v7()];
  const [name, role] = POSTS[post];
  const key = vault.newKey(id);
  const seal = (table: string, column: string, row: string) =>
    key.seal({ table, column, row }, email);
  await admin.query('insert into data_key (subject_id, wrapped) values ($1, $2)', [
    id,
    key.wrapped,
  ]);
  await admin.query(
    `insert into contact_point (id, account_id, subject_id, kind, address_sealed, language)
     values ($1, $2, $2, 'email', $3, 'en')`,
    [point, id, seal('contact_point', 'address_sealed', point)],
  );
  await admin.query(
    `select app.create_staff(id => $1, email_token => $2, email_sealed => $3,
       display_name => $4, password_hash => $5, language => 'en', contact_point_id => $6,
       consulate_id => $7, roles => array[$8])`,
    [id, token, seal('account', 'email_sealed', id), name, noPassword(), point, consulateId, role],
  );
  return id;
}
