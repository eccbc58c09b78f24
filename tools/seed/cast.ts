// What invented people do, through the services that pages call: each with the login of the
// process that would do it.
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { Applying, CaseDocuments, Cases, Reviewing } from '#application';
import {
  BondQueries,
  Directions,
  PayerAcceptance,
  PayerInvitations,
  Posting,
  Undertakings,
} from '#bond-escrow';
import { Accounts, fullName, SignUp, type SignedIn } from '#identity';
import { mustBeOk } from '#kernel';
import {
  accountCtx,
  Database,
  loadConfig,
  sourceOptions,
  systemCtx,
  type Ctx,
  type Tx,
} from '#platform';
import { Visas } from '#refund';
import { OfficerModule } from '../../apps/officer/src/officer.module.ts';
import { FORM_VERSION } from '../../apps/portal/src/apply/apply-page.ts';
import { Drafts } from '../../apps/portal/src/apply/drafts.service.ts';
import { frozenOf, travellerOf } from '../../apps/portal/src/apply/form.ts';
import { PortalModule } from '../../apps/portal/src/portal.module.ts';
import { texts } from '../../apps/portal/src/text/index.ts';
import { answersFor } from './answers.ts';
import { addressOf, sponsor, staff, type SeedApplicant } from './people.ts';

export const PROGRAMME = 'mali-us';
const DEFAULT_TIER = 1_000_000n;
const CARD = { number: '4242424242424242', expiry: '12 / 34', cvc: '123' };
const WAIT_MS = 20_000;

export interface Logins {
  readonly portal: string;
  readonly officer: string;
  readonly admin: string;
}

async function contextOf(module: typeof PortalModule | typeof OfficerModule, url: string) {
  const config = loadConfig({ ...process.env, DATABASE_URL: url });
  const context = await NestFactory.createApplicationContext(module.forRoot(config), {
    logger: false,
  });
  return context.init();
}

export class Cast {
  private constructor(
    readonly admin: pg.Client,
    private readonly installation: DataSource,
    readonly portal: INestApplicationContext,
    readonly officer: INestApplicationContext,
  ) {}

  static async enter(admin: pg.Client, logins: Logins): Promise<Cast> {
    const officer = await contextOf(OfficerModule, logins.officer);
    const { entities } = officer.get(DataSource).options;
    const source = new DataSource({ ...sourceOptions(logins.admin, 1), entities });
    const portal = await contextOf(PortalModule, logins.portal);
    return new Cast(admin, await source.initialize(), portal, officer);
  }

  async leave(): Promise<void> {
    await this.portal.close();
    await this.officer.close();
    await this.installation.destroy();
  }

  async one<R extends object>(sql: string, ...params: unknown[]): Promise<R> {
    const { rows } = await this.admin.query<R>(sql, params);
    if (!rows[0]) throw new Error(`the seed found no row: ${sql}`);
    return rows[0];
  }

  /** One piece of work of the officer site in somebody's name. */
  asOfficer<T>(ctx: Ctx, work: (tx: Tx, get: <S>(kind: Type<S>) => S) => Promise<T>): Promise<T> {
    return this.officer
      .get(Database)
      .write(ctx, (tx) => work(tx, (kind) => this.officer.get(kind)));
  }

  /** What comes before anybody can sign in: by the administrator of the database. */
  installs<T>(work: (tx: Tx, get: <S>(kind: Type<S>) => S) => Promise<T>): Promise<T> {
    return new Database(this.installation).write(systemCtx('installation'), (tx) =>
      work(tx, (kind) => this.officer.get(kind)),
    );
  }

  async consulate(): Promise<string> {
    const { id } = await this.one<{ id: string }>(
      `select id from consulate where programme_code = $1 and city = 'Washington'`,
      PROGRAMME,
    );
    return id;
  }

  async hire(password: string): Promise<void> {
    for (const { name, user, role, city } of staff) {
      const { id: consulateId } = await this.one<{ id: string }>(
        'select id from consulate where city = $1',
        city,
      );
      const email = addressOf(user);
      const wish = { email, password, name, roles: [role], consulateId, language: 'en' as const };
      mustBeOk(await this.installs((tx, get) => get(Accounts).createStaff(tx, wish)));
    }
  }

  /** The officer who does everything here. */
  async onDuty(password: string): Promise<Ctx> {
    const origin = { site: 'officer', network: 'seed' } as const;
    const asked = { email: addressOf(staff[0]?.user ?? ''), password, origin };
    const { accountId, token } = mustBeOk(await this.officer.get(Accounts).authenticate(asked));
    return accountCtx(accountId, 'staff', 'seed', token);
  }

  async signsIn(user: string, password: string): Promise<Ctx> {
    const origin = { site: 'portal', network: 'seed' } as const;
    const asked = { email: addressOf(user), password, origin };
    const { accountId, token } = mustBeOk(await this.portal.get(Accounts).authenticate(asked));
    return accountCtx(accountId, 'applicant', 'seed', token);
  }

  /** As a person would, but for reading the code: it is taken from the mail that waits. */
  async signsUp(user: string, password: string): Promise<SignedIn> {
    const signUp = this.portal.get(SignUp);
    const origin = { site: 'portal', network: 'seed' } as const;
    const wish = { email: addressOf(user), language: 'en', origin } as const;
    const { ticket } = mustBeOk(await signUp.begin(wish));
    const { code } = await this.one<{ code: string }>(
      `select m.params ->> 'code' as code from mail m join mailed_code c using (contact_point_id)
       where c.id = $1`,
      ticket.split('.')[0],
    );
    mustBeOk(await signUp.confirm({ ticket, code }));
    return mustBeOk(await signUp.finish({ ticket, password, origin }));
  }

  async submits(by: SignedIn, consulateId: string, person: SeedApplicant): Promise<string> {
    const { accountId, token } = by;
    const { contact_point_id: contactPointId } = await this.one<{ contact_point_id: string }>(
      'select contact_point_id from account where id = $1',
      accountId,
    );
    const [applying, drafts] = [this.portal.get(Applying), this.portal.get(Drafts)];
    const wish = { accountId, contactPointId, programmeCode: PROGRAMME, consulateId };
    const ctx = accountCtx(accountId, 'applicant', 'seed', token);
    return this.portal.get(Database).write(ctx, async (tx) => {
      const { id, reference } = mustBeOk(await applying.open(tx, { ...wish, language: 'en' }));
      for (const [pageId, answers] of Object.entries(answersFor(person, tx.now))) {
        mustBeOk(await applying.saveAnswers(tx, id, pageId, answers));
      }
      const draft = await drafts.one(tx, reference, 'en');
      if (!draft) throw new Error('the case is no draft');
      const frozen = frozenOf(draft.facts, texts.textFor('en'));
      const declared = { frozen, ...travellerOf(draft.facts), formVersion: FORM_VERSION };
      mustBeOk(await applying.submit(tx, id, declared));
      return id;
    });
  }

  directs(officer: Ctx, caseId: string): Promise<void> {
    return this.asOfficer(officer, async (tx, get) => {
      const row = mustBeOk(await get(Reviewing).take(tx, await get(Cases).lock(tx, caseId), null));
      mustBeOk(await get(CaseDocuments).confirmPassport(tx, row));
      mustBeOk(await get(Directions).direct(tx, row, { amountMinor: DEFAULT_TIER }));
    });
  }

  /** Is asked by an applicant to pay, and agrees: the link is taken from the mail that waits. */
  async takesOn(by: SignedIn, applicant: SignedIn, caseId: string, name: string): Promise<void> {
    const database = this.portal.get(Database);
    const ctxOf = ({ accountId, token }: SignedIn) =>
      accountCtx(accountId, 'applicant', 'seed', token);
    const email = addressOf(sponsor.user);
    await database.write(ctxOf(applicant), async (tx) => {
      const found = await this.portal.get(BondQueries).ofCase(tx, caseId);
      const wish = { bondId: found!.bond.id, email, language: 'en' } as const;
      mustBeOk(await this.portal.get(PayerInvitations).ask(tx, wish));
    });
    const { secret } = await this.one<{ secret: string }>(
      `select m.params->>'secret' as secret from mail m
       join visa_case c on c.reference = m.params->>'reference'
       where m.template = 'payer_asked' and c.id = $1`,
      caseId,
    );
    await database.write(ctxOf(by), async (tx) => {
      mustBeOk(await this.portal.get(PayerAcceptance).accept(tx, secret, name));
    });
  }

  /** Signs and pays on the emulator's page, and waits until the worker holds the bond. */
  async posts(payer: Ctx, caseId: string, person: SeedApplicant): Promise<void> {
    const undertakings = this.portal.get(Undertakings);
    const bondId = await this.portal.get(Database).write(payer, async (tx) => {
      const found = await this.portal.get(BondQueries).ofCase(tx, caseId);
      if (!found) throw new Error('the case has no bond');
      const { bond } = found;
      const { payerName, texts } = await undertakings.contract(tx, bond);
      const { textSha256 } = texts.en;
      const signing = { bondId: bond.id, signerName: payerName, textSha256 };
      const where = { language: 'en' as const, address: '127.0.0.1' };
      mustBeOk(await undertakings.sign(tx, { ...signing, ...where }));
      return bond.id;
    });
    const home = process.env.PORTAL_URL ?? 'http://localhost:3000';
    const back = { returnUrl: home, cancelUrl: home, language: 'en' as const };
    const way = { way: 'card', ways: ['card'] } as const;
    const wish = { ctx: payer, bondId, ...back, ...way };
    const { url } = mustBeOk(await this.portal.get(Posting).start(wish));
    const form = new URLSearchParams({
      ...CARD,
      email: addressOf(person.user),
      name: fullName(person),
    });
    await fetch(url, { method: 'POST', body: form, redirect: 'manual' });
    await this.until(caseId, 'bond_posted');
  }

  async issuesTheVisa(officer: Ctx, caseId: string): Promise<void> {
    const issued = await this.asOfficer(officer, async (tx, get) =>
      get(Visas).issue(tx, await get(Cases).lock(tx, caseId)),
    );
    mustBeOk(issued);
  }

  /** Waits for the worker to bring a case so far. */
  async until(caseId: string, state: string): Promise<void> {
    const end = Date.now() + WAIT_MS;
    for (;;) {
      const row = await this.one<{ state: string }>(
        'select state from visa_case where id = $1',
        caseId,
      );
      if (row.state === state) return;
      if (Date.now() > end) throw new Error(`a case did not come to ${state}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}
