// A world in which bonds are paid and returned: every process with its own login, against the
// Stripe emulator through the real SDK, and a border that reports who came and went.
import { randomUUID } from 'node:crypto';
import { MovementAssessor } from '#departure';
import { mustBeOk } from '#kernel';
import { clientCtx, Database, newId, systemCtx } from '#platform';
import { Programmes } from '#programme';
import { DisbursementSender } from '#refund';
import { BorderClients, FeedIntake, FeedProver, MovementIntake, type BorderClient } from '#travel';
import { exportJWK, generateKeyPair, type CryptoKey } from 'jose';
import { startEmulator } from '../../apps/stripe-emulator/src/emulator.ts';
import { somebody } from './application-world.ts';
import { borderToken } from './border-token.ts';
import { freshDatabase, oracleIsClean } from './database.ts';
import { NO_BRAKE, setRules } from './programme-rules.ts';
import { startWorldProcess, type ProcessName } from './world-process.ts';
import type { CardName } from '../../apps/stripe-emulator/src/behaviour/cards.ts';
import type { Posted } from './bond-world.ts';
import { DELAY_MS } from './money-world.ts';
import { RefundRows } from './refund-rows.ts';

export const WEBHOOK_SECRET = 'whsec_test_of_the_refund_world';

export class RefundWorld extends RefundRows {
  client!: BorderClient;
  /** The private half, as the border system has it. */
  clientKey!: CryptoKey;

  get post() {
    return { client: this.client, key: this.clientKey };
  }

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

  /** The border system states that a port's records are complete through a day, and it is proved. */
  async complete(through: string, more: object = {}, by = this.post): Promise<void> {
    const { api } = this.apps;
    const body = Buffer.from(JSON.stringify({ marks: [{ port: 'BKO', through, ...more }] }));
    const token = await borderToken({ clientId: by.client.id, key: by.key }, body);
    const answer = await api
      .get(Database)
      .write(clientCtx(by.client.id, 'r'), (tx) =>
        api.get(FeedIntake).receive(tx, { client: by.client, token }, randomUUID(), body),
      );
    const { reportId, items } = mustBeOk(answer);
    if (items[0]!.result !== 'accepted') throw new Error(JSON.stringify(items));
    await this.worker(FeedProver).prove(reportId);
  }

  /** Reported and assessed. */
  async crossed(...movements: readonly object[]): Promise<void> {
    await this.worker(MovementAssessor).assessBatch(await this.report(...movements));
  }

  /** In and out in time: the bond is cancelled, its refund approved and not sent yet. */
  async aCancelledBond(card: CardName = 'visa'): Promise<Posted & { disbursementId: string }> {
    const posted = await this.aVisa(card);
    await this.crossed(this.record('admitted', posted), this.record('departed', posted));
    return { ...posted, disbursementId: await this.openDisbursement(posted.bondId) };
  }

  send(disbursementId: string): Promise<void> {
    return this.worker(DisbursementSender).send(disbursementId);
  }

  private async settle(): Promise<void> {
    const { officer, worker } = this.apps;
    const consulates = await worker
      .get(Database)
      .read(systemCtx('test'), (tx) => worker.get(Programmes).consulates(tx, 'mali-us'));
    // West of the ports: there it is never tomorrow yet, so a visa issued now is valid at a port now.
    this.consulateId = consulates.find((consulate) => consulate.city === 'Washington')!.id;
    this.officerOnDuty = await somebody(this.db, 'staff', this.consulateId);
    // Listed once, and no longer: what is reported from there counts for nothing by itself.
    await this.db.admin.query(
      `insert into port (id, programme_code, code, name, time_zone, listed_from, listed_until)
       values (gen_random_uuid(), 'mali-us', 'XYZ', 'Formerly', 'Africa/Bamako', '2025-10-23', '2025-10-31')`,
    );
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
