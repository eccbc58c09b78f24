import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { exportJWK, generateKeyPair, type CryptoKey } from 'jose';
import { auditEntities } from '#audit';
import { identityEntities, Persons, TravelDocuments } from '#identity';
import { mustBeOk } from '#kernel';
import { notificationEntities } from '#notification';
import {
  clientCtx,
  Database,
  newId,
  PlatformModule,
  schemaDrift,
  systemCtx,
  visitorCtx,
} from '#platform';
import {
  type BorderClient,
  BorderClients,
  MovementIntake,
  MovementQueries,
  Movements,
  travelEntities,
  TravelModule,
} from '#travel';
import { testConfig } from '../support/app.ts';
import { AUDIENCE, borderToken } from '../support/border-token.ts';
import { freshDatabase, oracleIsClean, type TestDatabase } from '../support/database.ts';
import { signedInCtx } from '../support/signed-in.ts';
import type { Login } from '../../tools/database.ts';

const entities = [
  ...auditEntities,
  ...identityEntities,
  ...notificationEntities,
  ...travelEntities,
];
const staff = newId();

let db: TestDatabase;
let api: TestingModule;
let worker: TestingModule;
let officer: TestingModule;
let portal: TestingModule;
let key: CryptoKey;
let client: BorderClient;
const keys = new Map<string, CryptoKey>();

async function processOf(login: Login & ('api' | 'worker' | 'officer' | 'portal')) {
  const config = testConfig(db.url(login));
  const app = await Test.createTestingModule({
    imports: [PlatformModule.forRoot({ process: login, entities, config }), TravelModule],
  }).compile();
  return app.init();
}

async function aClient(ports = ['BKO']): Promise<{ client: BorderClient; key: CryptoKey }> {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  const publicJwk = await exportJWK(pair.publicKey);
  const registered = await officer
    .get(Database)
    .write(await signedInCtx(db, staff, 'staff'), (tx) =>
      officer.get(BorderClients).register(tx, {
        ...{ name: 'Bamako–Sénou', programmeCode: 'mali-us', ports, publicJwk },
      }),
    );
  const { id } = mustBeOk(registered);
  const found = await api
    .get(Database)
    .read(visitorCtx('r'), (tx) => api.get(BorderClients).find(tx, id));
  keys.set(id, pair.privateKey);
  return { client: found!, key: pair.privateKey };
}

/** Somebody with a passport, recorded in the applicant's own process. */
async function aTraveller(number: string): Promise<string> {
  const [accountId, contact] = [newId(), newId()];
  await db.admin.query(
    `insert into contact_point (id, account_id, subject_id, kind, address_sealed, language)
     values ($1, null, $2, 'email', '\\x00', 'en')`,
    [contact, newId()],
  );
  await db.admin.query(
    `insert into account (id, kind, email_token, email_sealed, password_hash, language,
       contact_point_id) values ($1, 'applicant', $2, '\\x00', 'x', 'en', $3)`,
    [accountId, createHash('sha256').update(accountId).digest(), contact],
  );
  const recorded = await portal
    .get(Database)
    .write(await signedInCtx(db, accountId, 'applicant'), (tx) =>
      portal.get(Persons).record(tx, {
        accountId,
        details: {
          ...{ givenNames: 'Ada', familyName: `Test ${number}`, bornOn: '1990-01-02' },
          nationality: 'USA',
        },
        document: { issuingState: 'USA', number, expiresOn: '2031-01-01' },
      }),
    );
  const staff = await signedInCtx(db, newId(), 'staff');
  mustBeOk(
    await officer
      .get(Database)
      .write(staff, (tx) => officer.get(TravelDocuments).confirm(tx, recorded)),
  );
  return recorded.personId;
}

const item = (more: Record<string, unknown> = {}) => ({
  recordId: randomUUID(),
  kind: 'admitted',
  port: 'BKO',
  happenedAt: new Date(Date.now() - 3_600_000).toISOString(),
  document: { issuingState: 'USA', number: 'C10000001' },
  ...more,
});
const bytes = (...movements: unknown[]) => Buffer.from(JSON.stringify({ movements }));
async function receive(body: Buffer, idempotencyKey: string = randomUUID(), by = client) {
  const token = await borderToken({ clientId: by.id, key: keys.get(by.id)! }, body);
  return api
    .get(Database)
    .write(clientCtx(by.id, 'r'), (tx) =>
      api.get(MovementIntake).receive(tx, { client: by, token }, idempotencyKey, body),
    );
}
const jobs = async (batchId: string) =>
  (
    await db.admin.query(
      `select count(*)::int as n from pgboss.job where name = 'movements.assess'
         and data->>'batchId' = $1`,
      [batchId],
    )
  ).rows[0].n as number;

beforeAll(async () => {
  db = await freshDatabase();
  [api, worker, officer, portal] = await Promise.all([
    ...[processOf('api'), processOf('worker'), processOf('officer'), processOf('portal')],
  ] as const);
  ({ client, key } = await aClient());
});
afterAll(async () => {
  expect(await oracleIsClean(db.adminUrl)).toEqual([]);
  await Promise.all([api, worker, officer, portal].map((p) => p?.close()));
  await db.drop();
});

const BODY = createHash('sha256').update('a body').digest('hex');
const signed = (more: Record<string, unknown> = {}, by = key) =>
  borderToken({ clientId: client.id, key: by }, 'a body', more);
const verify = async (token: string | Promise<string>) => {
  const call = { audience: AUDIENCE, bodySha256: BODY };
  const r = await api.get(BorderClients).verify(await token, call);
  return r.ok ? r.value.id : r.code;
};

test('a token signed by a registered key opens the door once', async () => {
  const token = await signed();
  expect(await verify(token)).toBe(client.id);
  expect(await verify(token)).toBe('replayed');
  const at = Math.floor(Date.now() / 1000);
  expect(await verify(signed({ iat: at, exp: at + 60 }))).toBe(client.id);
});

test('ten calls with one token at once: one gets in', async () => {
  const token = await signed();
  const answers = await Promise.all(Array.from({ length: 10 }, () => verify(token)));
  expect(answers.filter((a) => a === client.id)).toHaveLength(1);
  expect(answers.filter((a) => a === 'replayed')).toHaveLength(9);
});

test.each([
  ['for another address', { aud: 'http://localhost:3000' }],
  ['for another body', { body_sha256: createHash('sha256').update('other').digest('hex') }],
  ['without a body', { body_sha256: undefined }],
  ['that lasts longer than five minutes', { exp: Math.floor(Date.now() / 1000) + 400 }],
  ['that has expired', { iat: 1_700_000_000, exp: 1_700_000_200 }],
  ['from the future', { iat: Math.floor(Date.now() / 1000) + 120 }],
  ['without an end', { exp: undefined }],
  ['without a name of its own', { jti: undefined }],
  ['with a name too short to be unique', { jti: '1' }],
  ['of nobody', { iss: undefined }],
])('a token %s is refused and uses nothing up', async (_what, claims) => {
  const before = await db.admin.query('select count(*) from border_token');
  expect(await verify(signed(claims))).toBe('bad_token');
  expect(await db.admin.query('select count(*) from border_token')).toMatchObject({
    rows: before.rows,
  });
});

test('a token by another key, by nobody we know, or without a signature is refused', async () => {
  const other = await aClient();
  expect(await verify(signed({}, other.key))).toBe('bad_token');
  expect(await verify(signed({ iss: newId() }))).toBe('unknown_client');
  const [, payload] = (await signed()).split('.');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  expect(await verify(`${none}.${payload}.`)).toBe('bad_token');
  expect(await verify('nonsense')).toBe('bad_token');
  expect(await verify('x'.repeat(10_000))).toBe('bad_token');
});

test('a blocked client is refused; registering a private key is refused', async () => {
  const blocked = await aClient();
  await officer
    .get(Database)
    .write(await signedInCtx(db, staff, 'staff'), (tx) =>
      officer.get(BorderClients).block(tx, blocked.client.id),
    );
  expect(await verify(signed({ iss: blocked.client.id }, blocked.key))).toBe('blocked');
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  const publicJwk = await exportJWK(pair.privateKey);
  const tried = await officer.get(Database).write(await signedInCtx(db, staff, 'staff'), (tx) =>
    officer.get(BorderClients).register(tx, {
      ...{ name: 'x', programmeCode: 'mali-us', ports: ['BKO'], publicJwk },
    }),
  );
  expect(tried).toMatchObject({ ok: false, code: 'bad_key' });
});

test('a client has its own number of calls a minute, and others are not in its way', async () => {
  const busy = await aClient();
  const quiet = await aClient();
  const calls = Array.from({ length: 125 }, () =>
    verify(signed({ iss: busy.client.id }, busy.key)),
  );
  const answers = await Promise.all(calls);
  expect(answers.filter((a) => a === busy.client.id)).toHaveLength(120);
  expect(answers.filter((a) => a === 'too_many_requests')).toHaveLength(5);
  expect(await verify(signed({ iss: quiet.client.id }, quiet.key))).toBe(quiet.client.id);
});

test('a batch is stored with a receipt per item, sealed, and one job', async () => {
  const good = item();
  const receipt = mustBeOk(
    await receive(
      bytes(good, item({ port: 'CDG', kind: 'left' }), { recordId: 'x' }, 'text', item({ x: 1 })),
    ),
  );
  expect(receipt.items).toEqual([
    {
      ...{ index: 0, recordId: good.recordId, result: 'accepted' },
      movementId: expect.any(String),
    },
    {
      ...{ index: 1, recordId: expect.any(String), result: 'rejected', code: 'invalid' },
      errors: [{ field: 'kind', message: 'must be one of admitted, departed, refused' }],
    },
    {
      ...{ index: 2, recordId: 'x', result: 'rejected', code: 'invalid' },
      errors: expect.arrayContaining([expect.objectContaining({ field: 'document' })]),
    },
    {
      ...{ index: 3, recordId: null, result: 'rejected', code: 'invalid' },
      errors: [{ field: '', message: 'must be an object' }],
    },
    {
      ...{ index: 4, recordId: expect.any(String), result: 'rejected', code: 'invalid' },
      errors: [{ field: 'x', message: 'is not a field of a movement' }],
    },
  ]);
  const { rows } = await db.admin.query<Record<string, Buffer>>(
    'select * from movement where batch_id = $1',
    [receipt.batchId],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ state: 'received', port_code: 'BKO', person_id: null });
  expect(JSON.stringify(rows[0])).not.toContain('C10000001');
  expect(rows[0]!.document_sealed!.toString('latin1')).not.toContain('C10000001');
  expect(await jobs(receipt.batchId)).toBe(1);
});

test('the same call again is answered as before; with another body it is refused', async () => {
  const [call, body] = [randomUUID(), bytes(item(), item())];
  const first = mustBeOk(await receive(body, call));
  const again = mustBeOk(await receive(body, call));
  expect(again).toEqual({ ...first, replayed: true });
  expect(await receive(bytes(item()), call)).toMatchObject({ code: 'key_reused_with_other_body' });
  const other = await aClient();
  expect((await receive(bytes(item()), call, other.client)).ok).toBe(true);
  expect(await jobs(first.batchId)).toBe(1);
});

test('ten identical calls at once: one batch, one answer', async () => {
  const [call, body] = [randomUUID(), bytes(item(), item(), item())];
  const answers = await Promise.all(Array.from({ length: 10 }, () => receive(body, call)));
  const receipts = answers.map((a) => mustBeOk(a));
  expect(new Set(receipts.map((r) => r.batchId)).size).toBe(1);
  expect(receipts.filter((r) => !r.replayed)).toHaveLength(1);
  for (const { items } of receipts) expect(items).toEqual(receipts[0]!.items);
});

test('the same record again is a duplicate; changed, it is rejected; the first stands', async () => {
  const record = item({ authorisedUntil: '2027-01-31' });
  const first = mustBeOk(await receive(bytes(record, record)));
  expect(first.items.map((i) => i.result)).toEqual(['accepted', 'duplicate']);
  const { movementId } = first.items[0]!;
  const sameMoment = new Date(record.happenedAt).toISOString().replace('Z', '+00:00');
  const again = mustBeOk(
    await receive(
      bytes(
        {
          ...record,
          happenedAt: sameMoment,
          document: { issuingState: 'USA', number: 'c 10000001' },
        },
        { ...record, authorisedUntil: '2027-02-01' },
        { ...record, document: { issuingState: 'USA', number: 'C10000002' } },
      ),
    ),
  );
  expect(again.items[0]).toMatchObject({ result: 'duplicate', movementId });
  for (const i of again.items.slice(1)) {
    expect(i).toMatchObject({ result: 'rejected', code: 'record_changed' });
    expect(i.errors![0]).toMatchObject({ field: 'recordId' });
  }
  expect(await jobs(again.batchId)).toBe(0);
});

test('two batches with the same records in opposite orders do not stop each other', async () => {
  const records = Array.from({ length: 40 }, () => item());
  const answers = await Promise.all([
    ...[receive(bytes(...records)), receive(bytes(...records.toReversed()))],
    ...[receive(bytes(...records)), receive(bytes(...records.toReversed()))],
  ]);
  const results = answers.flatMap((a) => mustBeOk(a).items.map((i) => i.result));
  expect(results.filter((r) => r === 'accepted')).toHaveLength(40);
  expect(results.filter((r) => r === 'duplicate')).toHaveLength(120);
});

test.each([
  ['no JSON', Buffer.from('{'), 'not_a_batch'],
  ['no list', Buffer.from('{"movements": {}}'), 'not_a_batch'],
  ['an empty list', bytes(), 'not_a_batch'],
  ['null', Buffer.from('null'), 'not_a_batch'],
  ['501 items', bytes(...Array.from({ length: 501 }, () => 1)), 'too_many_items'],
  ['more than 1,000,000 bytes', Buffer.alloc(1_000_001, 32), 'body_too_large'],
])('%s is refused and nothing is kept', async (_what, body, code) => {
  const before = await db.admin.query('select count(*) from movement_batch');
  expect(await receive(body)).toMatchObject({ ok: false, code });
  const after = await db.admin.query('select count(*) from movement_batch');
  expect(after.rows).toEqual(before.rows);
});

test('500 items are taken at once', async () => {
  const receipt = mustBeOk(await receive(bytes(...Array.from({ length: 500 }, () => item()))));
  expect(receipt.items.every((i) => i.result === 'accepted')).toBe(true);
});

test('a record finds its traveller by the passport, whatever its spelling', async () => {
  const personId = await aTraveller('K20000001');
  const spelled = { issuingState: 'us', number: 'k 2000-0001<' };
  const receipt = mustBeOk(await receive(bytes(item({ document: spelled }), item())));
  const [known, stranger] = receipt.items.map((i) => i.movementId!);
  const inWorker = worker.get(Database);
  const matched = await inWorker.write(systemCtx('t'), (tx) =>
    worker.get(Movements).match(tx, known!),
  );
  const unmatched = await inWorker.write(systemCtx('t'), (tx) =>
    worker.get(Movements).match(tx, stranger!),
  );
  expect(matched).toMatchObject({ state: 'matched', personId });
  expect(unmatched).toMatchObject({ state: 'unmatched', personId: null });
  const history = await db.admin.query(
    'select event, from_state, to_state from movement_history where owner_id = any($1) order by to_state',
    [[known, stranger]],
  );
  expect(history.rows).toEqual([
    { event: 'traveller_found', from_state: 'received', to_state: 'matched' },
    { event: 'traveller_not_found', from_state: 'received', to_state: 'unmatched' },
  ]);
  const queue = await officer
    .get(Database)
    .read(await signedInCtx(db, staff, 'staff'), (tx) =>
      officer.get(MovementQueries).queue(tx, 'unmatched'),
    );
  expect(queue.rows.map((r) => r.id)).toContain(stranger);
});

test('a passport recorded later takes its record out of the unmatched queue', async () => {
  const receipt = mustBeOk(
    await receive(bytes(item({ document: { issuingState: 'USA', number: 'L30000001' } }))),
  );
  const id = receipt.items[0]!.movementId!;
  const { write } = { write: worker.get(Database).write.bind(worker.get(Database)) };
  const movements = worker.get(Movements);
  await write(systemCtx('t'), (tx) => movements.match(tx, id));
  expect(await write(systemCtx('t'), (tx) => movements.rematch(tx))).not.toContain(id);
  const personId = await aTraveller('L30000001');
  expect(await write(systemCtx('t'), (tx) => movements.rematch(tx))).toContain(id);
  const found = await write(systemCtx('t'), (tx) => movements.match(tx, id));
  expect(found).toMatchObject({ state: 'matched', personId });
});

test('what is set aside says why, can be taken up, and is over once it is assessed', async () => {
  const personId = await aTraveller('M40000001');
  const document = { issuingState: 'USA', number: 'M40000001' };
  const receipt = mustBeOk(await receive(bytes(item({ document }))));
  const id = receipt.items[0]!.movementId!;
  const movements = worker.get(Movements);
  const doing = worker.get(Database);
  await doing.write(systemCtx('t'), async (tx) => {
    await movements.setAside(tx, await movements.match(tx, id), 'port_not_listed');
  });
  const lines = await officer
    .get(Database)
    .read(await signedInCtx(db, staff, 'staff'), (tx) =>
      officer.get(MovementQueries).ofPerson(tx, personId),
    );
  expect(lines).toMatchObject([{ id, state: 'set_aside', reason: 'port_not_listed' }]);
  await doing.write(systemCtx('t'), async (tx) => {
    const movement = await movements.lock(tx, id);
    await movements.takeUp(tx, movement, 'admission_arrived');
    await movements.markAssessed(tx, movement, 'R15a');
  });
  const audited = await db.admin.query(
    `select action, details from audit_entry where subject_id = $1 order by at`,
    [id],
  );
  expect(audited.rows).toEqual([
    {
      action: 'movement.set_aside',
      details: { kind: 'admitted', port: 'BKO', reason: 'port_not_listed' },
    },
    { action: 'movement.assessed', details: { kind: 'admitted', port: 'BKO', outcome: 'R15a' } },
  ]);
});

test('a border system sees its own records only; portal and visitors see none', async () => {
  const other = await aClient();
  await receive(bytes(item()));
  const seen = (ctx: Parameters<Database['read']>[0]) =>
    api.get(Database).read(ctx, async (tx) => {
      const rows = await tx.query<{ client_id: string }>(
        'select client_id from movement union select client_id from movement_batch',
      );
      return rows.map((r) => r.client_id);
    });
  expect(await seen(clientCtx(client.id, 'r'))).toEqual([client.id]);
  expect(await seen(clientCtx(other.client.id, 'r'))).toEqual([]);
  expect(await seen(visitorCtx('r'))).toEqual([]);
  const asPerson = seen(await signedInCtx(db, client.id, 'applicant'));
  await expect(asPerson).rejects.toThrow('permission denied for function enter');
  for (const table of ['movement', 'movement_batch', 'border_client']) {
    const read = portal.get(Database).read(visitorCtx('r'), (tx) => tx.query(`table ${table}`));
    await expect(read).rejects.toThrow('permission denied');
  }
  const forged = api.get(Database).write(clientCtx(other.client.id, 'r'), (tx) =>
    tx.query(
      `insert into movement_batch (id, client_id, idempotency_key, body_sha256, received_at)
       values ($1, $2, 'k', $3, now())`,
      [newId(), client.id, createHash('sha256').digest()],
    ),
  );
  await expect(forged).rejects.toThrow('row-level security');
});

test('the api may not say what became of a record, nobody may change its history', async () => {
  const tries = ["update movement set state = 'assessed'", 'delete from movement'];
  for (const sql of tries) {
    const tried = api.get(Database).write(clientCtx(client.id, 'r'), (tx) => tx.query(sql));
    await expect(tried).rejects.toThrow('permission denied');
  }
  await expect(db.admin.query('delete from movement_history')).rejects.toMatchObject({
    code: 'VB009',
  });
});

test('used tokens are forgotten once they have expired, not before', async () => {
  await verify(signed());
  await db.admin.query(
    `insert into border_token values ($1, 'long-ago-used', now() - interval '1 minute')`,
    [client.id],
  );
  await worker.get(Database).write(systemCtx('sweep'), (tx) => worker.get(BorderClients).sweep(tx));
  const { rows } = await db.admin.query(
    `select count(*) filter (where expires_at < now() - interval '10 seconds')::int as old,
       count(*)::int as kept from border_token`,
  );
  expect(rows[0].old).toBe(0);
  expect(rows[0].kept).toBeGreaterThan(0);
});

test('entities and schema agree', async () => {
  const drift = await schemaDrift(db.adminUrl, travelEntities);
  // Checks and foreign keys are the migration's alone; columns, indexes and named keys must match.
  expect(drift.filter((sql) => !/DROP CONSTRAINT/.test(sql))).toEqual([]);
});
