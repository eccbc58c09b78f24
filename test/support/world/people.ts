// Applicants and staff who have a password, made by the doors that real ones come through.
import { Accounts, SignUp, type StaffRole } from '#identity';
import { mustBeOk, type Origin } from '#kernel';
import { Database, sourceOptions, systemCtx, type Ctx, type Tx } from '#platform';
import type { TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import type { TestDatabase } from '../database.ts';
import type { Core } from './core.ts';

/** Everybody's who has one. */
export const PASSWORD = 'a walk along the Niger at dusk';

/** Where somebody tries from; `network` tells one place from another. */
export const from = (network: string, site: Origin['site'] = 'portal'): Origin => ({
  site,
  network,
});
export const HERE = from('here');

let people = 0;
export const anEmail = (): string => `person${++people}@example.org`;
/** The row behind what a browser holds. */
export const codeIdOf = (ticket: string): string => ticket.split('.')[0]!;

/** What was mailed for a ticket, where the mail is made from: the address's owner alone sees it. */
export async function mailOf(
  { admin }: TestDatabase,
  ticket: string,
): Promise<{ template: string; params: { code?: string } } | undefined> {
  const { rows } = await admin.query<{ template: string; params: { code?: string } }>(
    `select m.template, m.params from mail m join mailed_code c using (contact_point_id)
     where c.id = $1`,
    [codeIdOf(ticket)],
  );
  return rows[0];
}

/** One piece of work in the installation's name: nobody else can make the first members of staff. */
async function byInstallation<T>(db: TestDatabase, work: (tx: Tx) => Promise<T>): Promise<T> {
  const source = await new DataSource(sourceOptions(db.adminUrl, 1)).initialize();
  try {
    return await new Database(source).write(systemCtx('installation'), work);
  } finally {
    await source.destroy();
  }
}

export interface StaffWish {
  readonly email?: string;
  readonly name?: string;
  readonly consulateId?: string | null;
  readonly language?: 'en' | 'fr';
  /** The administrator who makes the account; the installation when left out. */
  readonly by?: Ctx;
}

export async function aStaffMember(
  db: TestDatabase,
  officer: Pick<TestingModule, 'get'>,
  roles: readonly StaffRole[],
  { email = anEmail(), by, ...wish }: StaffWish = {},
): Promise<{ email: string; accountId: string }> {
  const usual = { name: 'A. Keita', consulateId: null, language: 'fr' } as const;
  const staff = { ...usual, email, password: PASSWORD, roles, ...wish };
  const make = (tx: Tx) => officer.get(Accounts).createStaff(tx, staff);
  const made = by ? await officer.get(Database).write(by, make) : await byInstallation(db, make);
  return { email, accountId: mustBeOk(made).accountId };
}

export class People {
  constructor(private readonly world: Core) {}

  private get signUp(): SignUp {
    return this.world.portal.get(SignUp);
  }

  begin(email: string, origin = HERE) {
    return this.signUp.begin({ email, language: 'fr', origin });
  }

  confirm(ticket: string, code: string) {
    return this.signUp.confirm({ ticket, code });
  }

  finish(ticket: string, password = PASSWORD) {
    return this.signUp.finish({ ticket, password, origin: HERE });
  }

  signIn(process: TestingModule, email: string, password = PASSWORD, origin = HERE) {
    return process.get(Accounts).authenticate({ email, password, origin });
  }

  async mailOf(ticket: string) {
    return (await mailOf(this.world.db, ticket))!;
  }

  /** A sign-up that waits for its code. */
  async begun(email = anEmail()): Promise<{ email: string; ticket: string; code: string }> {
    const { ticket } = mustBeOk(await this.begin(email));
    return { email, ticket, code: (await this.mailOf(ticket)).params.code ?? '' };
  }

  async anApplicant(
    email = anEmail(),
    password = PASSWORD,
  ): Promise<{ email: string; accountId: string; token: string; browser: string }> {
    const { ticket, code } = await this.begun(email);
    mustBeOk(await this.confirm(ticket, code));
    return { email, ...mustBeOk(await this.finish(ticket, password)) };
  }

  aStaffMember(roles: readonly StaffRole[], wish: StaffWish = {}) {
    return aStaffMember(this.world.db, this.world.officer, roles, wish);
  }
}
