// Everything a journey needs: all programs as real processes, staff, a border post and a browser.
import type { StaffRole } from '#identity';
import { Database, Jobs, newId, systemCtx } from '#platform';
import type { TestingModule } from '@nestjs/testing';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type CryptoKey } from 'jose';
import type { Page } from 'playwright-core';
import { reportCrossing, type Crossing } from '../../tools/border-call.ts';
import type { Passport } from '../../tools/seed/passport.ts';
import { axe, openBrowser, type PageOptions, type TestBrowser } from '../support/browser.ts';
import { freshDatabase, oracleIsClean, type TestDatabase } from '../support/database.ts';
import { NO_BRAKE, setRules } from '../support/programme-rules.ts';
import { startProcesses, type Processes } from '../support/processes.ts';
import { aStaffMember } from '../support/world/people.ts';
import { startProcess } from '../support/world/process.ts';

const WAIT_MS = 60_000;
const LOOK_MS = 100;
const DAY_SECONDS = 86_400;
/** For a whole journey: many times what it takes alone, since the suite shares the processor. */
export const JOURNEY_MS = 600_000;

type Lang = 'en' | 'fr';
export interface Look extends PageOptions {
  readonly lang: Lang;
  readonly js: boolean;
}

/** One journey's window: it collects what axe finds on each page that it is told to look at. */
export class Window {
  readonly complaints: string[] = [];
  /** Off on a way that another journey inspects already: axe takes longer than all else on it. */
  inspects = true;

  constructor(
    readonly page: Page,
    readonly look: Look,
  ) {}

  /** axe needs a script to run in the page; without JavaScript there is nothing it could do. */
  async inspect(): Promise<void> {
    if (!this.look.js || !this.inspects) return;
    const found = await axe(this.page);
    this.complaints.push(...found.map((f) => `${new URL(this.page.url()).pathname}: ${f}`));
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.inspect();
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
    await this.page.waitForLoadState();
    await this.inspect();
  }

  /** A link, also one that looks like a button. */
  async follow(name: string): Promise<void> {
    await this.page.locator('a', { hasText: name }).first().click();
    await this.page.waitForLoadState();
    await this.inspect();
  }
}

/** Looks until it is so; the processes work on their own time. */
export async function until<T>(what: string, look: () => Promise<T | null | undefined | false>) {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what}: not within ${WAIT_MS} ms`);
    await new Promise((done) => setTimeout(done, LOOK_MS));
  }
}

export class Stage {
  private office?: Promise<TestingModule>;

  private constructor(
    readonly db: TestDatabase,
    readonly processes: Processes,
    readonly browser: TestBrowser,
    private readonly key: CryptoKey,
    private readonly clientId: string,
  ) {}

  static async start(): Promise<Stage> {
    const db = await freshDatabase();
    await setRules(db, NO_BRAKE);
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    const [clientId, jwk] = [newId(), await exportJWK(publicKey)];
    await db.admin.query(
      `with client as (insert into border_client (id, name, programme_code, ports)
         values ($1, 'Bamako–Sénou', 'mali-us', '{BKO}'))
       insert into border_key (id, client_id, kid, public_jwk)
       values (gen_random_uuid(), $1, $2, $3)`,
      [clientId, await calculateJwkThumbprint(jwk), jwk],
    );
    const processes = await startProcesses(db);
    return new Stage(db, processes, await openBrowser(), privateKey, clientId);
  }

  /** Closes everything and returns what the oracle complains of. */
  async stop(): Promise<string[]> {
    await this.browser.close();
    await (await this.office)?.close();
    await this.processes.stop();
    const complaints = await oracleIsClean(this.db.adminUrl);
    await this.db.drop();
    return complaints;
  }

  async window(look: Look): Promise<Window> {
    return new Window(await this.browser.newPage(look), look);
  }

  async one<R extends object>(sql: string, ...params: unknown[]): Promise<R> {
    const { rows } = await this.db.admin.query<R>(sql, params);
    if (!rows[0]) throw new Error(`no row: ${sql}`);
    return rows[0];
  }

  /** Somebody who works at the consulate in Washington. */
  async staff(email: string, roles: readonly StaffRole[], name = 'Awa Diallo'): Promise<void> {
    const { id: consulateId } = await this.one<{ id: string }>(
      `select id from consulate where programme_code = 'mali-us' and city = 'Washington'`,
    );
    const wish = { email, name, consulateId, language: 'en' } as const;
    await aStaffMember(this.db, await this.offices(), roles, wish);
  }

  /** The officers' libraries without their pages, for what no page does. */
  private offices(): Promise<TestingModule> {
    return (this.office ??= startProcess('officer', this.db.url('officer')));
  }

  /** The law's clock goes on, and what is due by it is looked for at once. */
  async daysLater(days: number): Promise<void> {
    const sql = 'update legal_clock set offset_seconds = offset_seconds + $1';
    await this.db.admin.query(sql, [days * DAY_SECONDS]);
    await this.sweeps();
  }

  /** The law's clock is that on the wall again. */
  async isToday(): Promise<void> {
    await this.db.admin.query('update legal_clock set offset_seconds = 0');
  }

  /** What the worker looks for every minute it looks for now. */
  async sweeps(): Promise<void> {
    const officer = await this.offices();
    await officer
      .get(Database)
      .write(systemCtx('journey'), (tx) => officer.get(Jobs).enqueue(tx, 'sweep', {}));
  }

  /** The newest mail to an address, as its owner finds it in the catcher. */
  mailTo(address: string, subject: RegExp): Promise<{ text: string }> {
    return until(`a mail to ${address}`, async () => {
      const all = (await (await fetch(`${this.processes.urls.mail}/api/email`)).json()) as {
        id: string;
        subject: string;
        to: { address: string }[];
      }[];
      const mine = all.filter((m) => m.to.some((t) => t.address === address));
      const found = mine.findLast((m) => subject.test(m.subject));
      if (!found) return null;
      const whole = await fetch(`${this.processes.urls.mail}/api/email/${found.id}`);
      return (await whole.json()) as { text: string };
    });
  }

  /** The processor's stand-in, asked or, with a body, told. */
  async processor<R>(path: string, body?: object): Promise<R> {
    const answer = await fetch(`${this.processes.urls['stripe-emulator']}/${path}`, {
      headers: { authorization: 'Bearer sk_test_worker' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as R;
  }

  /** A payer's bank sends money to the account that the processor has made for a payment. */
  async transfers(customer: string, amount: number): Promise<void> {
    const { 'stripe-emulator': processor } = this.processes.urls;
    const answer = await fetch(
      `${processor}/v1/test_helpers/customers/${customer}/fund_cash_balance`,
      {
        method: 'POST',
        headers: { authorization: 'Bearer sk_test_worker' },
        body: new URLSearchParams({ amount: String(amount), currency: 'usd' }),
      },
    );
    if (!answer.ok) throw new Error(`not sent: ${answer.status} ${await answer.text()}`);
  }

  /** The border reports what happened just now by the law's clock; an admission until that day. */
  async border(
    kind: 'admitted' | 'departed' | 'refused',
    { number: passport }: Passport,
    until?: string,
  ): Promise<void> {
    const { now } = await this.one<{ now: Date }>('select app.legal_now() as now');
    const post = { clientId: this.clientId, key: this.key, apiUrl: this.processes.urls.api };
    const crossing: Crossing = { kind, passport, at: now.toISOString(), until };
    const answer = await reportCrossing(post, crossing);
    const receipt = (await answer.json()) as { items: { result: string }[] };
    if (receipt.items[0]?.result !== 'accepted') throw new Error(JSON.stringify(receipt));
  }
}
