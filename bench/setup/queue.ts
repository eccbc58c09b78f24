// Invented cases in every state and an officer to look at their lists.
import { Accounts, fullName, type PersonDetails, type StaffRole } from '#identity';
import { mustBeOk } from '#kernel';
import { Database, sourceOptions, systemCtx, Vault, type Tx } from '#platform';
import type { TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { fillWithCases } from './cases.ts';
import type { BenchDatabase } from './database.ts';

const PAGE_ROWS = 50;
const PASSWORD = 'a long password of a bench';
const EMAIL = 'officer@bench.example';

export interface Officer {
  readonly accountId: string;
  readonly email: string;
  readonly password: string;
  /** On the first page of all cases. */
  readonly travellers: readonly { readonly personId: string; readonly name: string }[];
}

/** Who is on the first page, for a program that keeps names in the clear. */
async function travellersOf(db: BenchDatabase, tx: Tx, vault: Vault) {
  const { rows } = await db.admin.query<{ id: string; sealed: Buffer }>(
    `select p.id, p.details_sealed as sealed from (
       select person_id, submitted_at, id from visa_case where submitted_at is not null
       order by submitted_at desc, id desc limit ${PAGE_ROWS}) c
     join person p on p.id = c.person_id`,
  );
  const travellers: { personId: string; name: string }[] = [];
  for (const { id, sealed } of rows) {
    const place = { table: 'person', column: 'details_sealed', row: id };
    const details = JSON.parse(await vault.open(tx, id, place, sealed)) as PersonDetails;
    travellers.push({ personId: id, name: fullName(details) });
  }
  return travellers;
}

/** Somebody of every consulate who may sign in. `worker` lends its libraries. */
export const hireOfficer = (
  db: BenchDatabase,
  worker: TestingModule,
  roles: readonly StaffRole[],
) =>
  installing(db, async (tx) => {
    const accounts = worker.get(Accounts, { strict: false });
    const wish = { name: 'Awa Keita', roles, consulateId: null, language: 'en' } as const;
    const signIn = { email: EMAIL, password: PASSWORD };
    const { accountId } = mustBeOk(await accounts.createStaff(tx, { ...wish, ...signIn }));
    return { accountId, ...signIn };
  });

/** By the administrator of the database. */
async function installing<T>(db: BenchDatabase, work: (tx: Tx) => Promise<T>): Promise<T> {
  const source = new DataSource(sourceOptions(db.adminUrl, 1));
  await source.initialize();
  try {
    return await new Database(source).write(systemCtx('installation'), work);
  } finally {
    await source.destroy();
  }
}

export async function fillQueue(
  db: BenchDatabase,
  worker: TestingModule,
  cases: number,
  say: (line: string) => void,
): Promise<Officer> {
  await fillWithCases(db, cases, say);
  const officer = await hireOfficer(db, worker, ['head_of_section']);
  const vault = worker.get(Vault, { strict: false });
  return installing(db, async (tx) => ({
    ...officer,
    travellers: await travellersOf(db, tx, vault),
  }));
}
