// Border systems and what they report: every process that has to do with it, on one database.
import { randomUUID } from 'node:crypto';
import { Persons, TravelDocuments } from '#identity';
import { mustBeOk } from '#kernel';
import { clientCtx, Database, PlatformModule, systemCtx, visitorCtx, type Tx } from '#platform';
import { BorderClients, MovementIntake, TravelModule, type BorderClient } from '#travel';
import { Test, type TestingModule } from '@nestjs/testing';
import { exportJWK, generateKeyPair, type CryptoKey } from 'jose';
import { testConfig } from './app.ts';
import { somebody, type Somebody } from './application-world.ts';
import { borderToken } from './border-token.ts';
import { freshDatabase, oracleIsClean, type TestDatabase } from './database.ts';
import type { ProcessName } from './world-process.ts';

async function processOf(db: TestDatabase, process: ProcessName): Promise<TestingModule> {
  const platform = PlatformModule.forRoot({
    process,
    config: testConfig(db.url(process)),
  });
  return (await Test.createTestingModule({ imports: [platform, TravelModule] }).compile()).init();
}

export interface Post {
  readonly client: BorderClient;
  readonly key: CryptoKey;
}

export const aRecord = (more: Record<string, unknown> = {}) => ({
  ...{ recordId: randomUUID(), kind: 'admitted', port: 'BKO' },
  happenedAt: new Date(Date.now() - 3_600_000).toISOString(),
  document: { issuingState: 'USA', number: 'C10000001' },
  ...more,
});
export const aBatch = (...movements: unknown[]) => Buffer.from(JSON.stringify({ movements }));

export class BorderWorld {
  /** The border system that reports where a test names no other. */
  post!: Post;

  private constructor(
    readonly db: TestDatabase,
    readonly apps: Readonly<Record<ProcessName, TestingModule>>,
    readonly staff: Somebody,
  ) {}

  static async start(): Promise<BorderWorld> {
    const db = await freshDatabase();
    const [api, worker, officer, portal] = await Promise.all([
      ...[processOf(db, 'api'), processOf(db, 'worker')],
      ...[processOf(db, 'officer'), processOf(db, 'portal')],
    ] as const);
    const staff = await somebody(db, 'staff');
    const world = new BorderWorld(db, { api, worker, officer, portal }, staff);
    world.post = await world.aPost();
    return world;
  }

  /** Closes everything and returns what the oracle complains of. */
  async stop(): Promise<string[]> {
    const complaints = await oracleIsClean(this.db.adminUrl);
    await Promise.all(Object.values(this.apps).map((app) => app.close()));
    await this.db.drop();
    return complaints;
  }

  async rows<R extends object = Record<string, unknown>>(
    sql: string,
    ...params: unknown[]
  ): Promise<R[]> {
    return (await this.db.admin.query<R>(sql, params)).rows;
  }

  byOfficer<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.apps.officer.get(Database).write(this.staff.ctx, work);
  }

  byWorker<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.apps.worker.get(Database).write(systemCtx('test'), work);
  }

  /** A border system with a key of its own. */
  async aPost(): Promise<Post> {
    const { officer, api } = this.apps;
    const pair = await generateKeyPair('EdDSA', { extractable: true });
    const publicJwk = await exportJWK(pair.publicKey);
    const wish = { name: 'Bamako–Sénou', programmeCode: 'mali-us', ports: ['BKO'], publicJwk };
    const registered = await this.byOfficer((tx) => officer.get(BorderClients).register(tx, wish));
    const { id } = mustBeOk(registered);
    const client = await api
      .get(Database)
      .read(visitorCtx('r'), (tx) => api.get(BorderClients).find(tx, id));
    return { client: client!, key: pair.privateKey };
  }

  /** Somebody whose passport was recorded by its holder and confirmed by an officer. */
  async aTraveller(number: string): Promise<string> {
    const { portal, officer } = this.apps;
    const { accountId, ctx } = await somebody(this.db, 'applicant');
    const name = { givenNames: 'Ada', familyName: `Test ${number}` };
    const recorded = await portal.get(Database).write(ctx, (tx) =>
      portal.get(Persons).record(tx, {
        accountId,
        details: { ...name, bornOn: '1990-01-02', nationality: 'USA' },
        document: { issuingState: 'USA', number, expiresOn: '2099-01-01' },
      }),
    );
    mustBeOk(await this.byOfficer((tx) => officer.get(TravelDocuments).confirm(tx, recorded)));
    return recorded.personId;
  }

  /** The api's answer to one call. */
  async receive(body: Buffer, idempotencyKey: string = randomUUID(), by = this.post) {
    const { client, key } = by;
    const { api } = this.apps;
    const token = await borderToken({ clientId: client.id, key }, body);
    return api
      .get(Database)
      .write(clientCtx(client.id, 'r'), (tx) =>
        api.get(MovementIntake).receive(tx, { client, token }, idempotencyKey, body),
      );
  }

  /** One record that was accepted. */
  async received(record = aRecord()): Promise<string> {
    return mustBeOk(await this.receive(aBatch(record))).items[0]!.movementId!;
  }

  /** Jobs that will assess this batch. */
  async jobsFor(batchId: string): Promise<number> {
    const jobs = await this.rows(
      `select 1 from pgboss.job where name = 'movements.assess' and data->>'batchId' = $1`,
      batchId,
    );
    return jobs.length;
  }
}
