// Cases in an officer's queue and an officer to look at them: rows as the sites leave them behind,
// with travellers whose names open, since the page shows them.
import { Accounts, fullName, type PersonDetails, type StaffRole } from '#identity';
import { mustBeOk } from '#kernel';
import { Database, sourceOptions, systemCtx, Vault, type Tx } from '#platform';
import type { TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { Bonds } from './bonds.ts';
import type { BenchDatabase } from './database.ts';

const AT_ONCE = 5_000;
const PAGE_ROWS = 50;
const PASSWORD = 'a long password of a bench';
const EMAIL = 'officer@bench.example';

const FAMILIES = ['Keita', 'Traoré', 'Coulibaly', 'Diarra', 'O’Brien', 'Washington', 'Müller'];

const person = (n: number): PersonDetails => ({
  givenNames: `Awa ${String.fromCharCode(65 + (n % 26))}.`,
  familyName: FAMILIES[n % FAMILIES.length]!,
  bornOn: '1990-04-12',
  nationality: 'USA',
});

export interface Officer {
  readonly accountId: string;
  readonly email: string;
  readonly password: string;
  /** On the first page of all cases. */
  readonly travellers: readonly { readonly personId: string; readonly name: string }[];
}

/** Only those of the first page are ever opened. */
async function nameTravellers(db: BenchDatabase, tx: Tx, vault: Vault) {
  const { rows } = await db.admin.query<{ id: string }>(
    `select person_id as id from visa_case order by submitted_at desc, id desc limit ${PAGE_ROWS}`,
  );
  const travellers: { personId: string; name: string }[] = [];
  for (const [n, { id }] of rows.entries()) {
    const place = { table: 'person', column: 'details_sealed', row: id };
    const sealed = await vault.seal(tx, id, place, JSON.stringify(person(n)));
    await tx.query('update person set details_sealed = $2 where id = $1', [id, sealed]);
    travellers.push({ personId: id, name: fullName(person(n)) });
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

/** The rows are the administrator's. */
export async function fillQueue(
  db: BenchDatabase,
  worker: TestingModule,
  cases: number,
): Promise<Officer> {
  const bonds = await Bonds.start(db);
  for (let made = 0; made < cases; made += AT_ONCE) {
    await bonds.make(Math.min(AT_ONCE, cases - made));
  }
  const officer = await hireOfficer(db, worker, ['head_of_section']);
  const vault = worker.get(Vault, { strict: false });
  return installing(db, async (tx) => ({
    ...officer,
    travellers: await nameTravellers(db, tx, vault),
  }));
}
