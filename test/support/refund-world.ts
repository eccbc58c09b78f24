// A world in which bonds are paid and returned: every process with its own login, against the
// Stripe emulator through the real SDK. Builders use the doors that pages and jobs use.
import { randomUUID } from 'node:crypto';
import { Cases } from '#application';
import { BondQueries, Directions, Posting, Undertakings } from '#bond-escrow';
import { mustBeOk } from '#kernel';
import { EventInbox } from '#payments';
import { clientCtx, Database, newId, systemCtx } from '#platform';
import { Programmes } from '#programme';
import { DisbursementSender, MovementAssessor, ProcessorFacts } from '#refund';
import { BorderClients, MovementIntake, type BorderClient } from '#travel';
import type { TestingModule } from '@nestjs/testing';
import { exportJWK, generateKeyPair, type CryptoKey } from 'jose';
import { startEmulator, type Emulator } from '../../apps/stripe-emulator/src/emulator.ts';
import { declaration, somebody, type Somebody } from './application-world.ts';
import { borderToken } from './border-token.ts';
import { freshDatabase, oracleIsClean, type TestDatabase } from './database.ts';
import { NO_BRAKE, setRules } from './programme-rules.ts';
import { startWorldProcess, type ProcessName } from './world-process.ts';

export const WEBHOOK_SECRET = 'whsec_test_of_the_refund_world';
/** So long that nothing moves on by itself: a test moves the clock. */
const DELAY_MS = 3_600_000;
const CARDS = {
  visa: '4242424242424242',
  refundLater: '4000000000007726',
  refundFails: '4000000000005126',
  insufficientFunds: '4000000000009995',
} as const;
export type TestCard = keyof typeof CARDS;

export interface Posted {
  readonly caseId: string;
  readonly reference: string;
  readonly bondId: string;
  readonly applicant: Somebody;
  readonly passport: { readonly issuingState: string; readonly number: string };
  /** The processor's page on which the bond can be paid. */
  readonly payUrl: string;
}

export class RefundWorld {
  client!: BorderClient;
  /** The private half, as the border system has it. */
  clientKey!: CryptoKey;
  private consulateId!: string;
  officerOnDuty!: Somebody;

  private constructor(
    readonly db: TestDatabase,
    readonly emulator: Emulator,
    readonly apps: Record<ProcessName, TestingModule>,
  ) {}

  static async start(
    options: { webhookSecret?: string; brake?: 'shipped' } = {},
  ): Promise<RefundWorld> {
    const db = await freshDatabase();
    if (options.brake !== 'shipped') await setRules(db, NO_BRAKE);
    const emulator = await startEmulator({ port: 0, delayMs: DELAY_MS });
    const app = (process: ProcessName) =>
      startWorldProcess(process, db.url(process), emulator.url, options.webhookSecret);
    const [portal, officer, api, worker] = await Promise.all([
      ...[app('portal'), app('officer'), app('api'), app('worker')],
    ] as const);
    const world = new RefundWorld(db, emulator, {
      portal,
      officer,
      api,
      worker,
    });
    await world.settle();
    return world;
  }

  /** Closes everything and returns what the oracle complains of. */
  async stop(): Promise<string[]> {
    const complaints = await oracleIsClean(this.db.adminUrl);
    await Promise.all(Object.values(this.apps).map((app) => app.close()));
    await this.emulator.close();
    await this.db.drop();
    return complaints;
  }

  worker<T>(kind: abstract new (...args: never[]) => T): T {
    return this.apps.worker.get(kind);
  }

  /** Rows as the administrator sees them. */
  async rows<R extends object>(sql: string, ...params: unknown[]): Promise<R[]> {
    return (await this.db.admin.query<R>(sql, params)).rows;
  }

  async one<R extends object>(sql: string, ...params: unknown[]): Promise<R> {
    const [row] = await this.rows<R>(sql, ...params);
    if (!row) throw new Error(`no row: ${sql}`);
    return row;
  }

  // The processor ---------------------------------------------------------------------------------

  async control<R>(path: string, body?: object): Promise<R> {
    const answer = await fetch(`${this.emulator.url}/_emulator/${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as R;
  }

  /** Calls that would make a refund, with their keys, in order. */
  async refundCalls(): Promise<{ key: string | null; replayed: boolean; status: number }[]> {
    const { calls } = await this.control<{
      calls: {
        method: string;
        path: string;
        idempotency_key: string | null;
        replayed: boolean;
        status: number;
      }[];
    }>('journal');
    return calls
      .filter((c) => c.method === 'POST' && c.path === '/v1/refunds')
      .map((c) => ({ key: c.idempotency_key, replayed: c.replayed, status: c.status }));
  }

  /** Refunds in the processor's books of one payment: their state and amount. */
  async refundsOf(bondId: string): Promise<{ id: string; status: string; amount: number }[]> {
    const { pi } = await this.one<{ pi: string }>(
      'select processor_payment_id as pi from payment where bond_id = $1 and state = $2',
      bondId,
      'paid',
    );
    const list = await this.stripe<{ data: { id: string; status: string; amount: number }[] }>(
      `refunds?payment_intent=${pi}&limit=100`,
    );
    return list.data.map(({ id, status, amount }) => ({ id, status, amount }));
  }

  async stripe<R>(
    path: string,
    method: 'GET' | 'POST' = 'GET',
    form: Record<string, string> = {},
  ): Promise<R> {
    const answer = await fetch(`${this.emulator.url}/v1/${path}`, {
      method,
      headers: { authorization: 'Bearer sk_test_portal' },
      ...(method === 'POST' && { body: new URLSearchParams(form) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as R;
  }

  /** Time passes at the processor, and what was due there happens. */
  later(seconds = DELAY_MS / 1000 + 1): Promise<object> {
    return this.control('clock', { advance_seconds: seconds });
  }

  /** The worker hears of everything that happened at the processor, and works it. */
  async news(): Promise<void> {
    const inbox = this.worker(EventInbox);
    await inbox.listFromProcessor();
    await this.workInbox();
  }

  async workInbox(): Promise<void> {
    const inbox = this.worker(EventInbox);
    for (let rounds = 0; rounds < 20; rounds++) {
      if ((await inbox.pollOnce(this.worker(ProcessorFacts))) === 0) return;
    }
    throw new Error('the inbox does not become empty');
  }

  /** The law's clock goes on, or back; the processor's stays. */
  async daysLater(days: number): Promise<void> {
    await this.rows('update legal_clock set offset_seconds = offset_seconds + $1', days * 86_400);
  }

  async legalNow(): Promise<string> {
    return (await this.one<{ now: Date }>('select app.legal_now() as now')).now.toISOString();
  }

  // A bond ----------------------------------------------------------------------------------------

  /** Directed, signed, and with a session open at the processor. */
  async aBondToPay(by?: Somebody): Promise<Posted> {
    const { portal, officer } = this.apps;
    const applicant = by ?? (await somebody(this.db, 'applicant'));
    const declared = declaration();
    const opened = await portal.get(Database).write(applicant.ctx, async (tx) => {
      const { accountId, contactPointId } = applicant;
      const made = mustBeOk(
        await portal.get(Cases).open(tx, {
          ...{ accountId, contactPointId, programmeCode: 'mali-us', language: 'en' },
          consulateId: this.consulateId,
        }),
      );
      mustBeOk(await portal.get(Cases).submit(tx, made.id, declared));
      return made;
    });
    const duty = this.officerOnDuty.ctx;
    const directed = await officer.get(Database).write(duty, async (tx) => {
      mustBeOk(await officer.get(Cases).startReview(tx, opened.id));
      mustBeOk(await officer.get(Cases).confirmPassport(tx, opened.id));
      const wish = { caseId: opened.id, amountMinor: 1_000_000n };
      return mustBeOk(await officer.get(Directions).direct(tx, wish));
    });
    if (!('bondId' in directed)) throw new Error('the default amount needed a second person');
    const { bondId } = directed;
    const passport = declared.document;
    const posted = { caseId: opened.id, reference: opened.reference, bondId, applicant, passport };
    return { ...posted, payUrl: await this.signAndStartPaying(posted) };
  }

  /** The payer signs what is asked now, and a session is opened at the processor. */
  async signAndStartPaying(posted: Omit<Posted, 'payUrl'>): Promise<string> {
    const { applicant, bondId } = posted;
    const { portal } = this.apps;
    await portal.get(Database).write(applicant.ctx, async (tx) => {
      const view = await portal.get(BondQueries).one(tx, bondId);
      const signing = { bondId, payerName: 'Ada Example', language: 'en' } as const;
      const shown = await portal
        .get(Undertakings)
        .text(tx, view!.bond, signing.payerName, signing.language);
      const typed = { signerName: 'Ada Example', textSha256: shown.textSha256 };
      const signed = { ...signing, ...typed, address: '203.0.113.7' };
      mustBeOk(await portal.get(Undertakings).sign(tx, signed));
    });
    return this.startPaying(posted);
  }

  async startPaying({ bondId, applicant }: Omit<Posted, 'payUrl'>): Promise<string> {
    const started = await this.apps.portal.get(Posting).start({
      ...{ ctx: applicant.ctx, bondId, language: 'en' },
      returnUrl: 'http://localhost:3000/back',
      cancelUrl: 'http://localhost:3000/cancel',
    });
    return mustBeOk(started).url;
  }

  /** The payer fills in the processor's page. */
  async pay(payUrl: string, card: TestCard = 'visa'): Promise<void> {
    const typed = {
      ...{ email: 'ada@example.org', name: 'Ada Example', number: CARDS[card] },
      ...{ expiry: '12 / 34', cvc: '123' },
    };
    const answer = await fetch(payUrl, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(typed),
    });
    if (answer.status !== 303) throw new Error(`not paid: ${answer.status}`);
  }

  async aHeldBond(card: TestCard = 'visa'): Promise<Posted> {
    const posted = await this.aBondToPay();
    await this.pay(posted.payUrl, card);
    await this.news();
    return posted;
  }

  /** A second payment of a bond that another one has posted: late money of an expired session. */
  async aSurplus(): Promise<Posted & { receivedBy: string }> {
    const posted = await this.aBondToPay();
    const first = await this.one<{ id: string; session: string }>(
      'select id, session_id as session from payment where bond_id = $1',
      posted.bondId,
    );
    await this.stripe(`checkout/sessions/${first.session}/expire`, 'POST');
    await this.news();
    await this.pay(await this.startPaying(posted));
    await this.news();
    const late = await this.control<{ id: string }>('payment_intents', {
      ...{ amount: 1_000_000, currency: 'usd', session: first.session },
      metadata: { payment_id: first.id },
    });
    return { ...posted, receivedBy: late.id };
  }

  /** Held, and the visa issued: the traveller may come. */
  async aVisa(card: TestCard = 'visa'): Promise<Posted> {
    return this.aVisaFor(await this.aHeldBond(card));
  }

  /** The next journey of somebody who may have had others. */
  async aVisaOf(applicant: Somebody): Promise<Posted> {
    const posted = await this.aBondToPay(applicant);
    await this.pay(posted.payUrl);
    await this.news();
    return this.aVisaFor(posted);
  }

  async aVisaFor(posted: Posted): Promise<Posted> {
    const { officer } = this.apps;
    await officer
      .get(Database)
      .write(this.officerOnDuty.ctx, async (tx) =>
        mustBeOk(await officer.get(Cases).issueVisa(tx, posted.caseId)),
      );
    return posted;
  }

  // The border ------------------------------------------------------------------------------------

  /** A border record as the border system sends it. */
  record(
    kind: 'admitted' | 'departed' | 'refused',
    of: Pick<Posted, 'passport'>,
    more: Record<string, unknown> = {},
  ) {
    const { issuingState, number } = of.passport;
    return {
      ...{ recordId: randomUUID(), kind, port: 'BKO', document: { issuingState, number } },
      happenedAt: minutesAgo(kind === 'admitted' ? 60 : 30),
      ...more,
    };
  }

  /** The api stores a signed batch; returns its id. */
  async report(...movements: readonly object[]): Promise<string> {
    const { api } = this.apps;
    const { client } = this;
    const body = Buffer.from(JSON.stringify({ movements }));
    const token = await borderToken({ clientId: client.id, key: this.clientKey }, body);
    const receipt = await api
      .get(Database)
      .write(clientCtx(client.id, 'r'), (tx) =>
        api.get(MovementIntake).receive(tx, { client, token }, randomUUID(), body),
      );
    const { batchId, items } = mustBeOk(receipt);
    const rejected = items.filter((i) => i.result === 'rejected');
    if (rejected.length) throw new Error(JSON.stringify(rejected));
    return batchId;
  }

  /** Reported and assessed. */
  async crossed(...movements: readonly object[]): Promise<void> {
    await this.worker(MovementAssessor).assessBatch(await this.report(...movements));
  }

  /** In and out in time: the bond is cancelled, its refund approved and not sent yet. */
  async aCancelledBond(card: TestCard = 'visa'): Promise<Posted & { disbursementId: string }> {
    const posted = await this.aVisa(card);
    await this.crossed(this.record('admitted', posted), this.record('departed', posted));
    return { ...posted, disbursementId: await this.openAttempt(posted.bondId) };
  }

  async openAttempt(bondId: string): Promise<string> {
    const { id } = await this.one<{ id: string }>(
      `select d.id from disbursement d join refund r on r.id = d.refund_id
       where r.bond_id = $1 order by d.attempt desc limit 1`,
      bondId,
    );
    return id;
  }

  send(disbursementId: string): Promise<void> {
    return this.worker(DisbursementSender).send(disbursementId);
  }

  private async settle(): Promise<void> {
    const { officer, worker } = this.apps;
    const offices = await worker
      .get(Database)
      .read(systemCtx('test'), (tx) => worker.get(Programmes).consulates(tx, 'mali-us'));
    this.consulateId = offices[0]!.id;
    this.officerOnDuty = await somebody(this.db, 'staff', this.consulateId);
    const pair = await generateKeyPair('EdDSA', { extractable: true });
    const publicJwk = await exportJWK(pair.publicKey);
    this.clientKey = pair.privateKey;
    const id = newId();
    this.client = await officer.get(Database).write(this.officerOnDuty.ctx, async (tx) => {
      const client = { id, name: 'Bamako–Sénou', programmeCode: 'mali-us', publicJwk };
      const ports = ['BKO', 'XYZ'];
      mustBeOk(await officer.get(BorderClients).register(tx, { ...client, ports }));
      return (await officer.get(BorderClients).find(tx, id))!;
    });
  }
}

export const minutesAgo = (minutes: number): string =>
  new Date(Date.now() - minutes * 60_000).toISOString();
