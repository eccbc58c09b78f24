// Applicants and staff of a fresh database, made by the doors that real ones come through.
import { Accounts, IdentityModule, SignUp, type StaffRole } from '#identity';
import type { Origin } from '#kernel';
import { mustBeOk } from '#kernel';
import { Database, PlatformModule, type Ctx, type Tx } from '#platform';
import type { ModuleMetadata } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { testConfig } from './app.ts';
import { freshDatabase, type TestDatabase } from './database.ts';
import { byInstallation } from './installation.ts';

export const PASSWORD = 'a walk along the Niger at dusk';

/** Where somebody tries from; `network` tells one place from another. */
export const from = (network: string, site: Origin['site'] = 'portal'): Origin => ({
  site,
  network,
});
export const HERE = from('here');

type Process = 'portal' | 'officer' | 'worker';

let people = 0;
/** The row behind what a browser holds. */
export const codeIdOf = (ticket: string): string => ticket.split('.')[0]!;
export const anEmail = (): string => `person${++people}@example.org`;

/** Starts what a process has of identity, with that process's own rights. */
export async function identityProcess(
  db: TestDatabase,
  process: Process,
  more: NonNullable<ModuleMetadata['imports']> = [],
): Promise<TestingModule> {
  const config = testConfig(db.url(process));
  const platform = PlatformModule.forRoot({ process, config });
  const imports = [platform, IdentityModule, ...more];
  return (await Test.createTestingModule({ imports }).compile()).init();
}

export class People {
  private constructor(
    readonly db: TestDatabase,
    readonly portal: TestingModule,
    readonly officer: TestingModule,
  ) {}

  static async start(): Promise<People> {
    const db = await freshDatabase();
    const portal = await identityProcess(db, 'portal');
    return new People(db, portal, await identityProcess(db, 'officer'));
  }

  async stop(): Promise<void> {
    await this.portal.close();
    await this.officer.close();
    await this.db.drop();
  }

  /** Rows as the administrator sees them. */
  async rows<R extends object>(sql: string, ...params: unknown[]): Promise<R[]> {
    return (await this.db.admin.query<R>(sql, params)).rows;
  }

  begin(email: string, origin = HERE) {
    return this.portal.get(SignUp).begin({ email, language: 'fr', origin });
  }

  confirm(ticket: string, code: string) {
    return this.portal.get(SignUp).confirm({ ticket, code });
  }

  finish(ticket: string, password = PASSWORD) {
    return this.portal.get(SignUp).finish({ ticket, password, origin: HERE });
  }

  signIn(process: TestingModule, email: string, password = PASSWORD, origin = HERE) {
    return process.get(Accounts).authenticate({ email, password, origin });
  }

  /** What was asked to be mailed for a ticket: the address's owner alone sees it. */
  async mailOf(ticket: string): Promise<{ template: string; params: { code?: string } }> {
    const [mail] = await this.rows<{ template: string; params: { code?: string } }>(
      `select m.template, m.params from mail m join mailed_code c using (contact_point_id)
       where c.id = $1`,
      codeIdOf(ticket),
    );
    return mail!;
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

  /** `ctx` is the administrator who makes the account; the installation when left out. */
  async aStaffMember(
    roles: readonly StaffRole[],
    email = anEmail(),
    ctx?: Ctx,
  ): Promise<{ email: string; accountId: string }> {
    const staff = { email, password: PASSWORD, name: 'A. Keita', roles, consulateId: null };
    const make = (tx: Tx) =>
      this.officer.get(Accounts).createStaff(tx, { ...staff, language: 'fr' });
    const made = ctx
      ? await this.officer.get(Database).write(ctx, make)
      : await byInstallation(this.db, make);
    return { email, accountId: mustBeOk(made).accountId };
  }
}
