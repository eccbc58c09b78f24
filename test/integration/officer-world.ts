// The officers' site in front of a world in which bonds are paid and returned: real pages by HTTP.
import { Applying, Cases, type Declaration } from '#application';
import { Directions } from '#bond-escrow';
import { Accounts, SignUp, type StaffRole } from '#identity';
import { mustBeOk } from '#kernel';
import { Database } from '#platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createOfficer } from '../../apps/officer/src/officer.app.ts';
import { testConfig } from '../support/app.ts';
import { byInstallation } from '../support/installation.ts';
import { anEmail, PASSWORD } from '../support/people.ts';
import { RefundWorld } from '../support/refund-world.ts';
import { signedInCtx } from '../support/signed-in.ts';
import { declaration, somebody } from '../support/application-world.ts';

export interface Submitted {
  readonly caseId: string;
  readonly reference: string;
  readonly passport: { readonly issuingState: string; readonly number: string };
}

/** One person at the site: a browser's cookies, and what the last form's token was. */
export class Visit {
  readonly cookies = new Map<string, string>();
  accountId = '';

  constructor(private readonly app: NestFastifyApplication) {}

  async get(url: string) {
    return this.send('GET', url);
  }

  /** Opens the page that has the form first, as a person does, for its token. */
  async post(url: string, body: Record<string, string> = {}, page = '/') {
    const form = await this.get(page);
    const token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
    return this.send('POST', url, new URLSearchParams({ _csrf: token, ...body }).toString());
  }

  async signIn(email: string, password = PASSWORD) {
    return this.post('/sign-in', { email, password }, '/sign-in');
  }

  async send(method: 'GET' | 'POST', url: string, payload?: string) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.app.inject({
      method,
      url,
      headers: {
        cookie,
        'accept-language': 'en',
        ...(payload !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(payload !== undefined && { payload }),
    });
    for (const { name, value } of answer.cookies) this.cookies.set(name, value);
    return { status: answer.statusCode, to: answer.headers.location, body: answer.body };
  }
}

export class OfficerWorld {
  private constructor(
    readonly money: RefundWorld,
    readonly app: NestFastifyApplication,
    readonly consulateId: string,
  ) {}

  static async start(): Promise<OfficerWorld> {
    const money = await RefundWorld.start();
    const app = await createOfficer(testConfig(money.db.url('officer')));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new OfficerWorld(money, app, money.consulateId);
  }

  /** Closes everything and returns what the oracle complains of. */
  async stop(): Promise<string[]> {
    await this.app.close();
    return this.money.stop();
  }

  rows<R extends object>(sql: string, ...params: unknown[]): Promise<R[]> {
    return this.money.rows<R>(sql, ...params);
  }

  async caseRow(caseId: string): Promise<{ state: string; assigned_to: string | null }> {
    return this.money.one('select state, assigned_to from visa_case where id = $1', caseId);
  }

  directionsOf(caseId: string) {
    return this.rows<{ id: string; state: string; amount_minor: string }>(
      `select id, state, amount_minor, proposed_by, decided_by from bond_direction
       where case_id = $1 order by id`,
      caseId,
    );
  }

  bondsOf(caseId: string) {
    return this.rows<{ state: string; amount_minor: string }>(
      'select state, amount_minor from bond where case_id = $1',
      caseId,
    );
  }

  mailsAbout(reference: string): Promise<string[]> {
    return this.money.mailsOf(reference, '.');
  }

  async aStaffMember(
    roles: readonly StaffRole[],
    name: string,
    consulateId: string | null = this.consulateId,
  ): Promise<{ email: string; accountId: string }> {
    const email = anEmail();
    const staff = { email, password: PASSWORD, name, roles, consulateId, language: 'en' } as const;
    const made = await byInstallation(this.money.db, (tx) =>
      this.app.get(Accounts).createStaff(tx, staff),
    );
    return { email, accountId: mustBeOk(made).accountId };
  }

  /** Somebody with these roles, signed in by the page. */
  async signedIn(
    roles: readonly StaffRole[],
    name = 'Awa Keita',
    consulateId: string | null = this.consulateId,
  ): Promise<Visit> {
    const { email, accountId } = await this.aStaffMember(roles, name, consulateId);
    const visit = new Visit(this.app);
    visit.accountId = accountId;
    const answer = await visit.signIn(email);
    if (answer.status !== 303) throw new Error(`not signed in: ${answer.status}`);
    return visit;
  }

  /** Begun by an applicant and not handed in. */
  async aDraft() {
    const { portal } = this.money.apps;
    const applicant = await somebody(this.money.db, 'applicant');
    const { accountId, contactPointId } = applicant;
    const wish = { accountId, contactPointId, programmeCode: 'mali-us', language: 'en' } as const;
    const opened = await portal
      .get(Database)
      .write(applicant.ctx, async (tx) =>
        mustBeOk(await portal.get(Applying).open(tx, { ...wish, consulateId: this.consulateId })),
      );
    return { ...opened, applicant };
  }

  /** A case that waits for an officer of the consulate. */
  async aSubmittedCase(more: Partial<Declaration> = {}): Promise<Submitted> {
    const { portal } = this.money.apps;
    const { id: caseId, reference, applicant } = await this.aDraft();
    const declared = { ...declaration(), ...more };
    await portal
      .get(Database)
      .write(applicant.ctx, async (tx) =>
        mustBeOk(await portal.get(Applying).submit(tx, caseId, declared)),
      );
    return { caseId, reference, passport: declared.document };
  }

  /** Somebody with the password of everybody here, by the portal's own doors. */
  async anApplicant(): Promise<{ email: string }> {
    const { portal } = this.money.apps;
    const email = anEmail();
    const signUp = portal.get(SignUp);
    const origin = { site: 'portal', network: 'here' } as const;
    const { ticket } = mustBeOk(await signUp.begin({ email, language: 'en', origin }));
    const [mail] = await this.rows<{ code: string }>(
      `select m.params->>'code' as code from mail m join mailed_code c using (contact_point_id)
       where c.id = $1`,
      ticket.split('.')[0],
    );
    mustBeOk(await signUp.confirm({ ticket, code: mail!.code }));
    mustBeOk(await signUp.finish({ ticket, password: PASSWORD, origin }));
    return { email };
  }

  /** Under review by that officer, through the page. */
  async aCaseOf(officer: Visit): Promise<Submitted> {
    const made = await this.aSubmittedCase();
    for (const step of ['take', 'passport/confirm']) {
      const done = await officer.post(`/cases/${made.reference}/${step}`);
      if (done.status !== 303) throw new Error(`${step}: ${done.status}`);
    }
    return made;
  }

  /** A lower amount that waits for a second person, proposed by another officer. */
  async aProposal(officer: Visit): Promise<Submitted & { directionId: string }> {
    const made = await this.aCaseOf(officer);
    const ctx = await signedInCtx(this.money.db, officer.accountId, 'staff');
    const wish = { amountMinor: 500_000n, reasonCode: 'ability_to_pay' };
    const directed = await this.app.get(Database).write(ctx, async (tx) => {
      const row = await this.app.get(Cases).lock(tx, made.caseId);
      return mustBeOk(await this.app.get(Directions).direct(tx, row, wish));
    });
    if (!('directionId' in directed)) throw new Error('the lower amount needed nobody else');
    return { ...made, directionId: directed.directionId };
  }

  async stateOf(caseId: string): Promise<string | undefined> {
    const found = await this.rows<{ state: string }>(
      'select state from visa_case where id = $1',
      caseId,
    );
    return found[0]?.state;
  }
}
